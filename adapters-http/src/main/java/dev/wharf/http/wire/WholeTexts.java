package dev.wharf.http.wire;

import dev.wharf.failure.InvalidRequestException;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON can escape half of a surrogate pair, for which UTF-8 has no bytes: whoever wrote it down again would write a question mark. */
public final class WholeTexts {
    private WholeTexts() {}

    /**
     * Checks that all texts and names within are of whole characters.
     *
     * @param body what a caller sends; nested no deeper than can be read
     * @throws InvalidRequestException if one is not; the message names the field and shows no value
     */
    public static void check(JsonNode body) {
        check("", body);
    }

    private static void check(String path, JsonNode node) {
        if (node.isString() && isBroken(node.getStringValue())) {
            throw new InvalidRequestException(
                    (path.isEmpty() ? "The body" : path) + " has an unpaired surrogate.",
                    "Send both escapes of the pair, or neither.");
        }
        if (node.isArray()) {
            int index = 0;
            for (JsonNode each : node.values()) {
                check(path + "[" + index++ + "]", each);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                if (isBroken(entry.getKey())) {
                    throw new InvalidRequestException(
                            "A name in " + (path.isEmpty() ? "the body" : path) + " has an unpaired surrogate.",
                            "Send both escapes of the pair, or neither.");
                }
                check(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue());
            }
        }
    }

    private static boolean isBroken(@Nullable String text) {
        return text != null
                && text.codePoints()
                        .anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }
}
