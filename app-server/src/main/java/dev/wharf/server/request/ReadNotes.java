package dev.wharf.server.request;

import dev.wharf.cache.Freshness;
import dev.wharf.cache.ReadTerms;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request wants to know how fresh (its {@code Cache-Control}, RFC 9111), and what is to be said beside its answer: how old
 * what it tells is, and what is wrong with what was sent. Safe for many threads.
 */
public final class ReadNotes {
    private static final String ATTRIBUTE = "wharf.notes";
    private static final String MAX_AGE = "max-age=";

    private final @Nullable Duration maxAge;
    private final boolean old;
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Freshness worst;

    private ReadNotes(@Nullable Duration maxAge, boolean old) {
        this.maxAge = maxAge;
        this.old = old;
    }

    /** The notes of a request, the same at every call. */
    static ReadNotes of(HttpRequest<?> request) {
        return find(request).orElseGet(() -> {
            ReadNotes made = asked(request);
            request.setAttribute(ATTRIBUTE, made);
            return made;
        });
    }

    /** The notes of a request for which some were made. */
    static Optional<ReadNotes> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, ReadNotes.class);
    }

    /**
     * What the request wants.
     *
     * @return the terms; whoever reads by them notes it here
     */
    public ReadTerms terms() {
        return new ReadTerms(maxAge, old, this::read);
    }

    /**
     * Notes what is wrong with what was sent, though it was taken.
     *
     * @param wrong for people, a remark each
     */
    public synchronized void remark(List<String> wrong) {
        remarks.addAll(wrong);
    }

    synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** How fresh the least fresh part of the answer is; null if nothing was read. */
    synchronized @Nullable Freshness freshness() {
        return worst;
    }

    private synchronized void read(Freshness freshness) {
        if (worst == null || isWorse(freshness, worst)) {
            worst = freshness;
        }
    }

    private static boolean isWorse(Freshness one, Freshness other) {
        return one.isStale() == other.isStale() ? one.age().compareTo(other.age()) > 0 : one.isStale();
    }

    private static ReadNotes asked(HttpRequest<?> request) {
        String control = request.getHeaders().get(HttpHeaders.CACHE_CONTROL);
        String directives = control == null ? request.getHeaders().get(HttpHeaders.PRAGMA) : control;
        if (directives == null) {
            return new ReadNotes(null, true);
        }
        Duration maxAge = null;
        for (String each : directives.split(",", -1)) {
            String directive = each.strip().toLowerCase(Locale.ROOT);
            if (directive.equals("no-cache") || directive.equals("no-store")) {
                return new ReadNotes(Duration.ZERO, false);
            }
            if (directive.startsWith(MAX_AGE)) {
                maxAge = seconds(directive.substring(MAX_AGE.length()));
            }
        }
        return new ReadNotes(maxAge, true);
    }

    /** What is no number is of no account (RFC 9111, 4.2.1 lets a cache take it for stale, which costs its user more). */
    private static @Nullable Duration seconds(String text) {
        boolean number = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }
}
