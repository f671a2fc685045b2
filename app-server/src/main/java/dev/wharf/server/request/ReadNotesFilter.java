package dev.wharf.server.request;

import dev.wharf.cache.Freshness;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;

/** Says beside an answer how old it is ({@code Age}, {@code Cache-Status}: RFC 9211), and what is to be remarked. */
@ServerFilter("/v1/**")
@Order(NegotiationFilter.ORDER + 100)
class ReadNotesFilter {
    private static final String CACHE_STATUS = "Cache-Status";
    private static final String WARNING = "Warning";
    private static final int MOST_REMARKS = 10;
    private static final int LONGEST_REMARK = 400;

    @ResponseFilter
    void note(HttpRequest<?> request, MutableHttpResponse<?> response) {
        ReadNotes.find(request).ifPresent(notes -> {
            Freshness freshness = notes.freshness();
            if (freshness != null) {
                note(freshness, response);
            }
            remark(notes.remarks(), response);
        });
    }

    private static void note(Freshness freshness, MutableHttpResponse<?> response) {
        long left = freshness.left().toSeconds();
        response.header(
                CACHE_STATUS,
                switch (freshness.origin()) {
                    case ASKED -> "wharf; fwd=miss";
                    case KEPT -> "wharf; hit; ttl=" + left;
                    case KEPT_AS_ACCOUNT_IS_SLOW -> "wharf; hit; ttl=" + left + "; detail=upstream-slow";
                    case KEPT_AS_ACCOUNT_IS_AWAY -> "wharf; hit; ttl=" + left + "; detail=upstream-away";
                });
        if (freshness.origin() != Freshness.Origin.ASKED) {
            response.header(HttpHeaders.AGE, Long.toString(freshness.age().toSeconds()));
        }
        if (freshness.isStale()) {
            boolean away = freshness.origin() == Freshness.Origin.KEPT_AS_ACCOUNT_IS_AWAY;
            response.header(WARNING, away ? "111 wharf \"Revalidation Failed\"" : "110 wharf \"Response is Stale\"");
        }
    }

    private static void remark(List<String> remarks, MutableHttpResponse<?> response) {
        remarks.stream().limit(MOST_REMARKS).forEach(remark -> response.header(WARNING, warning(remark)));
        if (remarks.size() > MOST_REMARKS) {
            response.header(WARNING, warning("and " + (remarks.size() - MOST_REMARKS) + " more"));
        }
    }

    /** A remark may quote what somebody sent; a header takes printable ASCII only. */
    private static String warning(String remark) {
        StringBuilder quoted = new StringBuilder("299 wharf \"");
        remark.codePoints().limit(LONGEST_REMARK).forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else {
                quoted.append(c >= ' ' && c <= '~' ? (char) c : '?');
            }
        });
        return quoted.append('"').toString();
    }
}
