package dev.wharf.packaging.check;

/** How bad a finding is. */
public enum Severity {
    /** No archive is made. */
    ERROR,
    /** An archive is made; somebody should look. */
    WARNING
}
