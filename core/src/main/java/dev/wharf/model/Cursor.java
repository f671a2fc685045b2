package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;

/**
 * Where the next page of a list begins. Opaque: only the registry that made it can read it.
 *
 * @param value the registry's text, not empty, of any length
 */
public record Cursor(String value) {
    /**
     * Checks that there is one.
     *
     * @param value the registry's text, not empty, of any length
     * @throws InvalidRequestException if the text is empty
     */
    public Cursor {
        if (value.isEmpty()) {
            throw new InvalidRequestException(
                    "This is not a cursor.", "Pass the next_cursor of the previous page unchanged, or leave it out.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
