package dev.wharf.server.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of an archive.
 *
 * @param first its first byte, from 0
 * @param length how many bytes
 */
record ByteRange(long first, long length) {
    /** What cannot be satisfied. */
    static final ByteRange NONE = new ByteRange(0, 0);

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The one range that is asked for.
     *
     * @param header the request's {@code Range}
     * @param total how many bytes there are
     * @return the range, cut to what there is; {@link #NONE} if nothing of it is there; null if all is to be sent, as for several
     *     ranges and for what is no range
     */
    static @Nullable ByteRange parse(@Nullable String header, long total) {
        Matcher asked = SINGLE.matcher(header == null ? "" : header.strip());
        if (!asked.matches()) {
            return null;
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : suffix(Long.parseLong(last), total);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return null;
        }
        return from >= total ? NONE : new ByteRange(from, Math.min(to, total - 1) - from + 1);
    }

    private static ByteRange suffix(long wanted, long total) {
        long length = Math.min(wanted, total);
        return length == 0 ? NONE : new ByteRange(total - length, length);
    }

    String contentRange(long total) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + total;
    }
}
