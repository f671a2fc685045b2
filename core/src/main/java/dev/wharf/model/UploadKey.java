package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a caller calls one upload, so that sending it again makes nothing twice ({@code Idempotency-Key}). Keys of different
 * users are different keys.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record UploadKey(String value) {
    /** How many characters a key may have. */
    public static final int MAX_LENGTH = 255;

    private static final Pattern ALLOWED = Pattern.compile("[ -~]{1," + MAX_LENGTH + "}");

    /**
     * Checks the characters.
     *
     * @param value 1 to 255 printable ASCII characters
     * @throws InvalidRequestException if these are others, or too many
     */
    public UploadKey {
        if (!ALLOWED.matcher(value).matches()) {
            throw new InvalidRequestException(
                    "An idempotency key has 1 to " + MAX_LENGTH + " printable ASCII characters.",
                    "Send a random UUID.");
        }
    }

    /**
     * A key nobody else has.
     *
     * @return a random key
     */
    public static UploadKey random() {
        return new UploadKey(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
