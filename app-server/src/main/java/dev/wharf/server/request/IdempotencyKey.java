package dev.wharf.server.request;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.UploadKey;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a string in quotes, as the IETF's draft has it, or the same without them, as many clients
 * send it.
 */
public final class IdempotencyKey {
    private static final String NAME = "Idempotency-Key";
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

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
            throw new InvalidRequestException("There are several idempotency keys: send one.");
        }
        String key = sent.get(0).strip();
        if (!key.startsWith("\"")) {
            return new UploadKey(key);
        }
        Matcher quoted = QUOTED.matcher(key);
        if (!quoted.matches()) {
            throw new InvalidRequestException(
                    "The idempotency key's quotes do not match: send it as a string in double quotes.");
        }
        return new UploadKey(quoted.group(1).replaceAll("\\\\(.)", "$1"));
    }
}
