package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;

/**
 * Where the next page of a list begins. Opaque: only the registry that made it can read it.
 *
 * @param value the registry's text, 1 to 1000 characters
 */
public record Cursor(String value) {
    private static final int MAX_LENGTH = 1000;

    /**
     * Checks the length.
     *
     * @param value the registry's text, 1 to 1000 characters
     * @throws InvalidRequestException if the text is empty or too long to be a cursor
     */
    public Cursor {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new InvalidRequestException(
                    "This is not a cursor: pass the next_cursor of the previous page unchanged, or leave it out.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
