package dev.wharf.model;

/**
 * One entry of a connection's configuration as it is kept: its value cannot be read without the key.
 *
 * @param key the configuration key, in clear
 * @param keyId the {@link SealingKey#id()} that its value was sealed with
 * @param sealed the sealed value, as text
 */
public record SealedSecret(String key, String keyId, String sealed) {}
