package dev.wharf.model;

/**
 * Names the user on whose behalf something was done.
 *
 * @param value the identifier's text: 1 to 100 letters, digits, {@code _} or {@code -}
 */
public record UserId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public UserId {
        Identifiers.check("user", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
