package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.regex.Pattern;

/**
 * A destination's name as people see it; unique within an account (the REST API's group {@code name}).
 *
 * @param value letters of any script, digits, {@code _}, {@code -}, {@code .} and inner spaces; at most 255 characters
 */
public record DestinationName(String value) {
    private static final int MAX_LENGTH = 255;
    private static final Pattern ALLOWED =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_. -]*[\\p{L}\\p{N}\\p{M}_.-])?");

    /**
     * Checks the name.
     *
     * @param value letters of any script, digits, {@code _}, {@code -}, {@code .} and inner spaces
     * @throws InvalidRequestException if the text cannot be a destination's name
     */
    public DestinationName {
        if (value.length() > MAX_LENGTH || !ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException("'" + Identifiers.abbreviate(value)
                    + "' cannot be a destination's name: use letters, digits, '_', '-', '.' and inner spaces,"
                    + " at most " + MAX_LENGTH + " characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
