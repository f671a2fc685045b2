package dev.wharf.model;

/**
 * Names one connection of an account.
 *
 * @param value the identifier's text: 1 to 100 letters, digits, {@code _} or {@code -}
 */
public record ConnectionId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public ConnectionId {
        Identifiers.check("connection", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
