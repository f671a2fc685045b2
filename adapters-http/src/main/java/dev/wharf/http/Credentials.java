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
    private static final String BASIC = "Basic ";
    private static final String MASK = "******";
    private static final int SHORTEST_MASKED = 8;

    /**
     * Checks both halves.
     *
     * @throws InvalidRequestException if one is empty or has control characters, or the key has a colon; the message shows neither
     */
    public Credentials {
        if (key.isEmpty() || secret.isEmpty()) {
            throw new InvalidRequestException("The API key or its secret is empty.", "Give both.");
        }
        if ((key + secret).chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(
                    "The API key or its secret has a line break or another control character.",
                    "Remove that character.");
        }
        if (key.indexOf(':') >= 0) {
            throw new InvalidRequestException(
                    "The API key has a colon.", "Give key and secret separately, or joined in base64.");
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
        return BASIC + Base64.getEncoder().encodeToString(joined);
    }

    /**
     * What somebody says, without the credentials: a proxy or a server that shows the request it was sent shows these too.
     *
     * @param text what is said
     * @return the same, with stars in their place; a secret of fewer than eight characters stays, because words look like it
     */
    String maskedIn(String text) {
        String masked = text.replace(authorization().substring(BASIC.length()), MASK);
        return secret.length() < SHORTEST_MASKED ? masked : masked.replace(secret, MASK);
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
