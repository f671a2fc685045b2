package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;

/**
 * A destination's name as people see it (the REST API's group {@code name}). Those that are read are whatever the account has, and
 * an account may have two of one name; those that a registry of ours makes keep to a form ({@link #checkForm}).
 *
 * @param value the name's text; empty if the account tells none
 */
public record DestinationName(String value) {
    private static final int MAX_LENGTH = 255;

    /**
     * Checks that a registry of ours can make a destination of this name.
     *
     * @throws InvalidRequestException if it is blank, begins or ends with white space, has control characters or line ends, or more
     *     than 255 characters
     */
    public void checkForm() {
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || !value.equals(value.strip())
                || value.codePoints().anyMatch(DestinationName::isInvisible)) {
            throw new InvalidRequestException(
                    "'" + Identifiers.abbreviate(value) + "' is not a valid destination name.",
                    "Give 1 to " + MAX_LENGTH
                            + " characters, without control characters, and without a space at the beginning or"
                            + " the end.");
        }
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    @Override
    public String toString() {
        return value;
    }
}
