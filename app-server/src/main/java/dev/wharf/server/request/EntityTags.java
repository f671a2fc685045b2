package dev.wharf.server.request;

import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Sha256;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The conditions of requests on packages, whose entity tag is the SHA-256 of their file (RFC 9110, 13.1). */
public final class EntityTags {
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\\G[ \t]*(W/)?\"([!#-~\\x80-\\xff]*)\"[ \t]*(,|$)");

    private EntityTags() {}

    /**
     * The entity tag of a file.
     *
     * @param sha256 its hash
     * @return the tag, a strong one
     */
    public static String of(Sha256 sha256) {
        return '"' + sha256.hex() + '"';
    }

    /**
     * Whether the caller has the file a package has now ({@code If-None-Match}).
     *
     * @param request the request
     * @param present the hash of the file; null if not known
     * @return true if it need not be sent
     */
    public static boolean isKnown(HttpRequest<?> request, @Nullable Sha256 present) {
        String sent = header(request, HttpHeaders.IF_NONE_MATCH);
        if (sent == null || present == null) {
            return false;
        }
        if (sent.equals(ANY)) {
            return true;
        }
        List<String> tags = parse(sent, true);
        return tags != null && tags.contains(present.hex());
    }

    /**
     * Whether a request has {@code If-None-Match}.
     *
     * @param request the request
     * @return true if {@link #isKnown} is to be asked
     */
    public static boolean asks(HttpRequest<?> request) {
        return header(request, HttpHeaders.IF_NONE_MATCH) != null;
    }

    /**
     * The file that a package must have for a change to be made ({@code If-Match}).
     *
     * @param request the request
     * @param present reads the package; asked only where several files would do
     * @return the hash of the file; null if it may have any
     * @throws ChangedMeanwhileException if it has none of those that would do
     * @throws InvalidRequestException if the condition cannot be read
     */
    public static @Nullable Sha256 expected(HttpRequest<?> request, Supplier<ConnectorPackage> present) {
        String sent = header(request, HttpHeaders.IF_MATCH);
        if (sent == null || sent.equals(ANY)) {
            return null;
        }
        List<String> tags = parse(sent, false);
        if (tags == null) {
            throw new InvalidRequestException(
                    "If-Match is malformed.", "Send the ETag of the answer, with its quotes.");
        }
        if (tags.size() == 1 && isHash(tags.get(0))) {
            return new Sha256(tags.get(0));
        }
        Sha256 now = present.get().sha256();
        if (now == null || !tags.contains(now.hex())) {
            throw new ChangedMeanwhileException(
                    "The package has none of the archives that If-Match names. Somebody else changed it. Nothing"
                            + " was changed.",
                    "Read the package, and decide whether your change still applies.",
                    now == null ? null : now.hex());
        }
        return now;
    }

    /** The tags, without weak ones where only strong ones count; null if it is no list of tags. */
    private static @Nullable List<String> parse(String list, boolean weakToo) {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(list);
        int end = 0;
        while (end < list.length() && tag.find()) {
            if (weakToo || tag.group(1) == null) {
                tags.add(Objects.requireNonNull(tag.group(2)));
            }
            end = tag.end();
        }
        return end == list.length() && end > 0 ? tags : null;
    }

    private static boolean isHash(String tag) {
        return tag.matches("[0-9a-f]{64}");
    }

    private static @Nullable String header(HttpRequest<?> request, String name) {
        List<String> lines = request.getHeaders().getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines).strip();
    }
}
