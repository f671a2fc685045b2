package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of an archive's bytes: what identifies an archive, and what every transfer is checked against.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
    private static final Pattern ALLOWED = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Checks the digits.
     *
     * @param hex 64 lower-case hexadecimal digits
     * @throws InvalidRequestException if these are not 64 lower-case hexadecimal digits
     */
    public Sha256 {
        if (!ALLOWED.matcher(hex).matches()) {
            throw new InvalidRequestException(
                    "'" + Identifiers.abbreviate(hex) + "' is not a SHA-256.", "Give 64 hexadecimal digits.");
        }
    }

    /**
     * Reads a hash that a person or another program wrote, in either case.
     *
     * @param text 64 hexadecimal digits, white space around them allowed
     * @return the hash
     * @throws InvalidRequestException if the text is something else
     */
    public static Sha256 parse(String text) {
        return new Sha256(text.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Takes the result of a finished digest.
     *
     * @param digest a SHA-256 digest that has seen all bytes; it is reset by this call
     * @return the hash of those bytes
     */
    public static Sha256 of(MessageDigest digest) {
        return new Sha256(HEX.formatHex(digest.digest()));
    }

    /**
     * Hashes bytes at hand; for archives, hash in the pass that moves the bytes instead.
     *
     * @param bytes what to hash
     * @return their hash
     */
    public static Sha256 of(byte[] bytes) {
        MessageDigest digest = newDigest();
        digest.update(bytes);
        return of(digest);
    }

    /**
     * Starts a digest; every Java platform has this algorithm.
     *
     * @return a fresh SHA-256 digest
     */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must provide SHA-256", e);
        }
    }

    /**
     * The hash as raw bytes, for formats that carry it so (the HTTP field {@code Repr-Digest}).
     *
     * @return 32 bytes
     */
    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
