package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * A connection's name, which is also the schema it writes to in its destination and can never be changed (the REST API's
 * {@code config.schema}).
 *
 * @param value lower-case letters, digits and {@code _}, not starting with a digit; at most 255 characters
 */
public record ConnectionName(String value) {
    private static final int MAX_LENGTH = 255;
    private static final Pattern ALLOWED = Pattern.compile("[_a-z][_a-z0-9]*");

    /**
     * Checks the name.
     *
     * @param value lower-case letters, digits and {@code _}, not starting with a digit
     * @throws InvalidRequestException if the text cannot be a connection's name
     */
    public ConnectionName {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException("'" + Identifiers.abbreviate(value)
                    + "' cannot be a connection's name (config.schema): use lower-case letters, digits and '_',"
                    + " starting with a letter or '_', at most " + MAX_LENGTH + " characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
