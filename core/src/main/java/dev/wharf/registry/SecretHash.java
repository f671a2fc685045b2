package dev.wharf.registry;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is stored of a secret: HMAC-SHA-256 under a random salt. Secrets are made with 128 random bits, so one fast round is
 * as safe as many slow ones, and every request can afford it.
 *
 * @param salt 16 random bytes in hexadecimal
 * @param hash the keyed hash in hexadecimal
 */
record SecretHash(String salt, String hash) {
    private static final String SCHEME = "hmac-sha256";
    private static final int SALT_BYTES = 16;

    static SecretHash of(String secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(HexFormat.of().formatHex(salt), HexFormat.of().formatHex(compute(salt, secret)));
    }

    static SecretHash parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("a stored key has a hash of unknown form");
        }
        return new SecretHash(parts[1], parts[2]);
    }

    String text() {
        return SCHEME + ":" + salt + ":" + hash;
    }

    /** Compares in constant time. */
    boolean matches(String secret) {
        HexFormat hex = HexFormat.of();
        return MessageDigest.isEqual(hex.parseHex(hash), compute(hex.parseHex(salt), secret));
    }

    @Override
    public String toString() {
        return "SecretHash[***]";
    }

    private static byte[] compute(byte[] salt, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform must provide HmacSHA256", e);
        }
    }
}
