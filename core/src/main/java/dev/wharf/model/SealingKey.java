package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** A key of 256 bits that confidential values are sealed with. Never prints. */
public final class SealingKey {
    private static final int BYTES = 32;
    private static final int ID_LENGTH = 16;

    private final byte[] bytes;
    private final String id;

    private SealingKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = Sha256.of(bytes).hex().substring(0, ID_LENGTH);
    }

    /**
     * Makes a new key.
     *
     * @param random where its bits come from
     * @return the key
     */
    public static SealingKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SealingKey(bytes);
    }

    /**
     * Reads a key.
     *
     * @param base64 32 bytes in base64; white space around them does not matter
     * @return the key
     * @throws InvalidRequestException if it is anything else; the message does not show it
     */
    public static SealingKey parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return new SealingKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Refused below, in the same words.
        }
        throw new InvalidRequestException(
                "The key for configuration values (WHARF_SECRETS_KEY) is not 32 bytes in base64.",
                "Create one with openssl rand -base64 32.");
    }

    /**
     * Names the key without telling it: the beginning of its hash.
     *
     * @return 16 hexadecimal digits, the same for the same key everywhere
     */
    public String id() {
        return id;
    }

    /**
     * The key itself.
     *
     * @return a copy of its 32 bytes
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /**
     * The key itself, as {@link #parse} reads it.
     *
     * @return its bytes in base64
     */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
