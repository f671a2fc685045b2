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

    /**
     * Whether the value is what accounts show in place of one: three stars or more and nothing else.
     *
     * @return true if it cannot be the value itself
     */
    public boolean isMasked() {
        return value.length() >= 3 && value.chars().allMatch(c -> c == '*');
    }

    @Override
    public String toString() {
        return "Secret[" + key + "=***]";
    }
}
