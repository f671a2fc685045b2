package dev.wharf.server.request;

import dev.wharf.failure.NotAuthenticatedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code Authorization: Basic} header holds (RFC 7617). Never prints.
 *
 * @param key before the colon
 * @param secret after it
 */
record BasicCredentials(String key, String secret) {
    private static final String SCHEME = "basic ";

    static BasicCredentials parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new NotAuthenticatedException(
                    "Credentials are missing.",
                    "Send an Authorization header: Basic with your API key and" + " secret.",
                    null);
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw malformed();
        }
        String joined;
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
        int colon = joined.indexOf(':');
        if (colon < 1) {
            throw malformed();
        }
        return new BasicCredentials(joined.substring(0, colon), joined.substring(colon + 1));
    }

    @Override
    public String toString() {
        return "BasicCredentials[***]";
    }

    private static NotAuthenticatedException malformed() {
        return new NotAuthenticatedException(
                "The Authorization header is malformed.", "Send Basic and the base64 of key:secret.", null);
    }
}
