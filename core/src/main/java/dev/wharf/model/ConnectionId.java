package dev.wharf.model;

/**
 * Names one connection of an account.
 *
 * @param value the identifier's text, as the account that made it has it: any characters, but not blank
 */
public record ConnectionId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public ConnectionId {
        Identifiers.checkGiven("connection", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
