package dev.wharf.packaging.secrets;

import java.nio.charset.StandardCharsets;

/** The part of a file that is in memory: some bytes before what is being looked at, and more behind it. */
final class Window {
    /** So many bytes before an anchor are there, unless the file begins later. */
    static final int BEFORE = 256;
    /** So many bytes behind an anchor's beginning are there, unless the file ends earlier. */
    static final int BEHIND = 2048;

    final byte[] bytes;
    int filled;

    Window(int size) {
        bytes = new byte[size];
    }

    /** The byte at a position; -1 outside. */
    int at(int position) {
        return position >= 0 && position < filled ? bytes[position] & 0xff : -1;
    }

    boolean startsWith(String text, int position) {
        for (int i = 0; i < text.length(); i++) {
            if (at(position + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where a run of certain bytes ends that begins at a position; at most so many are looked at. */
    int runEnd(int start, ByteClass set, int max) {
        int end = start;
        while (end - start < max && set.has(at(end))) {
            end++;
        }
        return end;
    }

    /** Where a run of certain bytes begins that ends before a position; at most so many are looked at. */
    int runStart(int end, ByteClass set, int max) {
        int start = end;
        while (end - start < max && set.has(at(start - 1))) {
            start--;
        }
        return start;
    }

    /** Some bytes as characters, each of its own value. */
    String text(int start, int end) {
        int from = Math.max(0, start);
        return new String(bytes, from, Math.min(end, filled) - from, StandardCharsets.ISO_8859_1);
    }
}
