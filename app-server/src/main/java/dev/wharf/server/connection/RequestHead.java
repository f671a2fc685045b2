package dev.wharf.server.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the codec takes of a request's head, though two servers in a row may read it differently, which is how requests are
 * smuggled past the first (RFC 9112, 2.2, 3, 3.2, 5.2, 6.1). Each is refused.
 */
final class RequestHead {
    private static final String LINE_END = "\r\n";
    /** Where one of two lines counts here and the other one elsewhere. */
    private static final List<CharSequence> SINGLE = List.of(
            HttpHeaderNames.AUTHORIZATION,
            HttpHeaderNames.CONTENT_TYPE,
            HttpHeaderNames.CONTENT_LENGTH,
            HttpHeaderNames.TRANSFER_ENCODING);

    private static final String NO_HOST_CHARACTERS = " \t,/?#@\\\"<>^`{|}";

    private RequestHead() {}

    /**
     * What is wrong with a request's head.
     *
     * @param bytes as it was sent, from the request line to the empty line
     * @param request as the codec understood it
     * @return what is wrong, for whoever reads the log; null if nothing is
     */
    static @Nullable String wrong(byte[] bytes, HttpRequest request) {
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] lines = head.split(LINE_END, -1);
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return "a version other than HTTP/1.1 and HTTP/1.0";
        }
        if (!isRequestLine(head)) {
            return "a request line whose parts are not separated by one space each";
        }
        for (String line : lines) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                return "a header folded into several lines";
            }
        }
        HttpHeaders headers = request.headers();
        for (CharSequence name : SINGLE) {
            if (headers.getAll(name).size() > 1) {
                return "several lines of " + name;
            }
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) && !isPlainlyChunked(lines)) {
            return "a Transfer-Encoding that is not plainly chunked";
        }
        return wrongHost(headers.getAll(HttpHeaderNames.HOST), version);
    }

    private static boolean isRequestLine(String head) {
        int start = 0;
        while (head.startsWith(LINE_END, start)) {
            start += LINE_END.length();
        }
        int end = head.indexOf(LINE_END, start);
        String[] parts = head.substring(start, end < 0 ? head.length() : end).split(" ", -1);
        return parts.length == 3
                && !parts[0].isEmpty()
                && !parts[1].isEmpty()
                && !String.join("", parts).contains("\t");
    }

    /** As it was sent: white space around the word is what others may take for a part of it. */
    private static boolean isPlainlyChunked(String[] lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(line.substring(0, colon))) {
                String value = line.substring(colon + 1);
                return value.equalsIgnoreCase(" chunked") || value.equalsIgnoreCase("chunked");
            }
        }
        return false;
    }

    private static @Nullable String wrongHost(List<String> hosts, HttpVersion version) {
        if (hosts.isEmpty()) {
            return version.equals(HttpVersion.HTTP_1_0) ? null : "no Host";
        }
        if (hosts.size() > 1) {
            return "several lines of Host";
        }
        boolean possible = hosts.get(0).chars().allMatch(c -> c > ' ' && c < 0x7f && NO_HOST_CHARACTERS.indexOf(c) < 0);
        return possible ? null : "a Host that cannot be one";
    }
}
