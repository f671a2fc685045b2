package dev.wharf.model;

/**
 * Names one destination of an account; the REST API calls it a group.
 *
 * @param value the identifier's text, as the account that made it has it: any characters, but not blank
 */
public record DestinationId(String value) {
    /**
     * Checks the text.
     *
     * @param value the identifier's text
     * @throws dev.wharf.failure.InvalidRequestException if the text cannot be such an identifier
     */
    public DestinationId {
        Identifiers.checkGiven("destination", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
