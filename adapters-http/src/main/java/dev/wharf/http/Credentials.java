package dev.wharf.http;

import dev.wharf.failure.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An API key and its secret. Never prints either.
 *
 * @param key the public half
 * @param secret the secret half
 */
public record Credentials(String key, String secret) {
    /**
     * Checks both halves.
     *
     * @throws InvalidRequestException if one is empty or has control characters, or the key has a colon; the message shows neither
     */
    public Credentials {
        if (key.isEmpty() || secret.isEmpty()) {
            throw new InvalidRequestException("The API key or its secret is empty: give both.");
        }
        if ((key + secret).chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException("The API key or its secret has a line break or another control character:"
                    + " leave out what came with it from its file.");
        }
        if (key.indexOf(':') >= 0) {
            throw new InvalidRequestException(
                    "The API key has a colon: give key and secret apart, or joined in base64.");
        }
    }

    /**
     * Reads key and secret joined by a colon, in base64 or plain: what the vendor's command line calls an API key.
     *
     * @param text the joined credentials, {@linkplain PastedText as people paste them}
     * @return the credentials, or empty if the text is something else, such as a bare key
     */
    public static Optional<Credentials> parseJoined(String text) {
        return PastedText.of(text).joined();
    }

    /**
     * Reads a key and its secret that stand apart.
     *
     * @param key the key, {@linkplain PastedText as people paste it}
     * @param secret its secret, likewise
     * @return both, without what came with them
     * @throws InvalidRequestException if one of them cannot be sent
     */
    public static Credentials parse(String key, String secret) {
        return new Credentials(PastedText.of(key).text(), PastedText.of(secret).text());
    }

    /** The value of the {@code Authorization} header. */
    String authorization() {
        byte[] joined = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(joined);
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
