package dev.wharf.model;

/**
 * Names one destination of an account; the REST API calls it a group.
 *
 * @param value the identifier's text: 1 to 100 letters, digits, {@code _} or {@code -}
 */
public record DestinationId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public DestinationId {
        Identifiers.check("destination", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
