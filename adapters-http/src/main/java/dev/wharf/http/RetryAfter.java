package dev.wharf.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code Retry-After} says: seconds, whole or not, or a date in one of the three forms of HTTP (RFC 9110, 5.6.7). */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("([+-]?)(\\d{1,40})(?:\\.(\\d{0,40}))?");
    /** Longer than anybody waits, and short enough to be added to a time. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final int CENTURY = 100;
    private static final int HALF_A_CENTURY = 50;
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter RFC_850 = rfc850();

    private RetryAfter() {}

    /**
     * Reads it.
     *
     * @param header what it says; null for nothing
     * @param date what the other side's {@code Date} says, by whose clock a date is meant; null for nothing
     * @return how long to wait, zero if that is over; null if it cannot be understood
     */
    static @Nullable Duration read(@Nullable String header, @Nullable String date) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return seconds(seconds);
        }
        Instant until = date(text);
        if (until == null) {
            return null;
        }
        Instant theirs = date == null ? null : date(date.strip());
        return bounded(Duration.between(theirs == null ? Instant.now() : theirs, until));
    }

    private static Duration seconds(Matcher seconds) {
        if (seconds.group(1).equals("-")) {
            return Duration.ZERO;
        }
        String whole = seconds.group(2).replaceFirst("^0+(?=.)", "");
        if (whole.length() > String.valueOf(LONGEST.toSeconds()).length()) {
            return LONGEST;
        }
        String fraction = seconds.group(3);
        boolean more = fraction != null && fraction.chars().anyMatch(digit -> digit != '0');
        return bounded(Duration.ofSeconds(Long.parseLong(whole) + (more ? 1 : 0)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    static @Nullable Instant date(String text) {
        for (Form form : new Form[] {RetryAfter::rfc1123, RetryAfter::rfc850, RetryAfter::asctime}) {
            try {
                return form.read(text);
            } catch (DateTimeException otherForm) {
                // The next one, or none.
            }
        }
        return null;
    }

    private static Instant rfc1123(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /** The day of the week says nothing of the year. One of two digits is in the past if it would be more than 50 years ahead. */
    private static Instant rfc850(String text) {
        LocalDateTime date =
                LocalDateTime.parse(text.substring(text.indexOf(',') + 1).strip(), RFC_850);
        LocalDateTime farthest = LocalDateTime.now(ZoneOffset.UTC).plusYears(HALF_A_CENTURY);
        return (date.isAfter(farthest) ? date.minusYears(CENTURY) : date).toInstant(ZoneOffset.UTC);
    }

    private static Instant asctime(String text) {
        return LocalDateTime.parse(text, ASCTIME).toInstant(ZoneOffset.UTC);
    }

    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .appendPattern("dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    @FunctionalInterface
    private interface Form {
        Instant read(String text);
    }
}
