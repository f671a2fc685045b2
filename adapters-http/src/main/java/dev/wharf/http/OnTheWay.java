package dev.wharf.http;

import dev.wharf.http.wire.Envelope;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an answer's headers tell of the proxies on its way.
 *
 * @param logins the ways to log in that a proxy offers, in small letters; empty if it names none
 * @param isPassedOn whether the answer is known to come from further away than the first proxy
 */
record OnTheWay(List<String> logins, boolean isPassedOn) {
    /** They tell nothing. */
    static final OnTheWay UNKNOWN = new OnTheWay(List.of(), false);

    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"?");
    /** A word with an equals sign after it is a parameter of the way before it. */
    private static final Pattern SCHEME = Pattern.compile("([^\\s=]+)(?:\\s+(?!=)|$)");

    static OnTheWay of(HttpHeaders headers) {
        return new OnTheWay(
                logins(headers.getAll(HttpHeaders.PROXY_AUTHENTICATE)),
                headers.contains(HttpHeaders.VIA) || headers.contains(Envelope.OF_WHARF));
    }

    /** The ways that {@code Proxy-Authenticate} names, each in a header of its own or several in one (RFC 9110, 11.7.1). */
    static List<String> logins(List<String> challenges) {
        return challenges.stream()
                .flatMap(
                        value -> Stream.of(QUOTED.matcher(value).replaceAll("_").split(",")))
                .map(part -> SCHEME.matcher(part.strip()))
                .filter(Matcher::lookingAt)
                .map(scheme -> Told.line(scheme.group(1)).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
