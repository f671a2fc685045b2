package dev.wharf.server.request;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.UploadKey;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a string in quotes, as the IETF's draft has it, or the same without them, as many clients
 * send it.
 */
public final class IdempotencyKey {
    private static final String NAME = "Idempotency-Key";
    /** Every character in its quotes may be escaped. */
    private static final int LONGEST = 2 * UploadKey.MAX_LENGTH + 2;

    private IdempotencyKey() {}

    /**
     * The key of an upload.
     *
     * @param request the upload
     * @return its key; null if it has none
     * @throws InvalidRequestException if it cannot be one, or there are several
     */
    public static @Nullable UploadKey of(HttpRequest<?> request) {
        List<String> sent = request.getHeaders().getAll(NAME);
        if (sent.isEmpty()) {
            return null;
        }
        if (sent.size() > 1) {
            throw new InvalidRequestException("There are several idempotency keys.", "Send one.");
        }
        String key = sent.get(0).strip();
        if (key.length() > LONGEST) {
            throw new InvalidRequestException(
                    "The idempotency key is too long.",
                    "Send at most " + UploadKey.MAX_LENGTH + " printable ASCII characters, such as a random UUID.");
        }
        if (!key.startsWith("\"")) {
            return new UploadKey(key);
        }
        return new UploadKey(unquote(key));
    }

    private static String unquote(String quoted) {
        StringBuilder key = new StringBuilder();
        for (int i = 1; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '"' && i == quoted.length() - 1) {
                return key.toString();
            }
            boolean escapes = c == '\\' && i + 1 < quoted.length() && isEscapable(quoted.charAt(i + 1));
            if (c == '"' || (c == '\\' && !escapes)) {
                break;
            }
            i += escapes ? 1 : 0;
            key.append(quoted.charAt(i));
        }
        throw new InvalidRequestException(
                "The idempotency key's quotes do not match.", "Send it as a string in double quotes.");
    }

    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }
}
