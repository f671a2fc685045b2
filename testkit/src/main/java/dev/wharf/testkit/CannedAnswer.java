package dev.wharf.testkit;

import java.util.HashMap;
import java.util.Map;

/**
 * An answer of a {@link ScriptedServer}.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body; may be empty
 */
public record CannedAnswer(int status, Map<String, String> headers, String body) {
    /** Keeps a copy of the headers. */
    public CannedAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * An answer of a status and nothing else.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static CannedAnswer of(int status) {
        return new CannedAnswer(status, Map.of(), "");
    }

    /**
     * The same with a body.
     *
     * @param text the body
     * @return the answer
     */
    public CannedAnswer withBody(String text) {
        return new CannedAnswer(status, headers, text);
    }

    /**
     * The same with one header more.
     *
     * @param name the header's name
     * @param value its value
     * @return the answer
     */
    public CannedAnswer withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new CannedAnswer(status, more, body);
    }
}
