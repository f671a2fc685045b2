package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * A connection's name, which is also the schema it writes to in its destination and can never be changed (the REST API's
 * {@code config.schema}). Those that are read are whatever the account has, which may have connections of other origins; those
 * that are asked for keep to a form ({@link #checkForm}).
 *
 * @param value the name's text; empty if the account tells none
 */
public record ConnectionName(String value) {
    private static final int MAX_LENGTH = 255;
    private static final Pattern ALLOWED = Pattern.compile("[_a-z][_a-z0-9]*");

    /**
     * Checks that a connection can be made with this name.
     *
     * @throws InvalidRequestException unless it has lower-case letters, digits and {@code _} only, begins with no digit, and has at
     *     most 255 characters
     */
    public void checkForm() {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException(
                    "'" + Identifiers.abbreviate(value) + "' is not a valid connection name (config.schema).",
                    "Use lower-case letters, digits and '_'," + " starting with a letter or '_', at most " + MAX_LENGTH
                            + " characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
