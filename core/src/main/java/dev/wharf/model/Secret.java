package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;

/**
 * One entry of a connection's configuration. Its value never prints.
 *
 * @param key the configuration key
 * @param value the confidential value
 */
public record Secret(String key, String value) {
    /**
     * Checks the key.
     *
     * @param key the configuration key
     * @param value the confidential value
     * @throws InvalidRequestException if the key is blank
     */
    public Secret {
        if (key.isBlank()) {
            throw new InvalidRequestException("A configuration key is blank: give every secrets_list entry a key.");
        }
    }

    @Override
    public String toString() {
        return "Secret[" + key + "=***]";
    }
}
