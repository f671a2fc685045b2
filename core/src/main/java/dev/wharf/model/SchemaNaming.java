package dev.wharf.model;

/** How the schemas, tables and columns of a connection are named in its destination (the REST API's {@code destination_schema_names}). */
public enum SchemaNaming {
    /** The account's own rules: lower case, words joined by underscores. */
    FIVETRAN,
    /** As the source names them, as far as the destination allows. */
    SOURCE
}
