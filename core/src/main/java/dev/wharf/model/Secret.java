package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;

/**
 * One entry of a connection's configuration. Its value never prints.
 *
 * @param key the configuration key
 * @param value the confidential value
 */
public record Secret(String key, SecretValue value) {
    /**
     * Checks the key.
     *
     * @param key the configuration key
     * @param value the confidential value
     * @throws InvalidRequestException if the key is blank
     */
    public Secret {
        if (key.isBlank()) {
            throw new InvalidRequestException("A configuration key is blank.", "Give every secrets_list entry a key.");
        }
    }

    /**
     * An entry whose value is a text.
     *
     * @param key the configuration key
     * @param text the confidential text
     * @throws InvalidRequestException if the key is blank
     */
    public Secret(String key, String text) {
        this(key, new SecretValue.Text(text));
    }

    @Override
    public String toString() {
        return "Secret[" + key + "=***]";
    }
}
