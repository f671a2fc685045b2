/**
 * The catalog of a hosted registry in SQLite, as the embedded default, or in PostgreSQL, where several servers share it.
 * One SQL code base; what differs is in {@code Dialect}. May use core only; {@link JdbcCatalog} is all that others use.
 */
@NullMarked
package dev.wharf.jdbc;

import org.jspecify.annotations.NullMarked;
