package dev.wharf.packaging.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a file's text is written. */
public enum TextEncoding {
    /** UTF-8, as everything should be. */
    UTF_8("UTF-8", StandardCharsets.UTF_8, "efbbbf"),
    /** UTF-32 with the small end first. */
    UTF_32LE("UTF-32", Charset.forName("UTF-32LE"), "fffe0000"),
    /** UTF-32 with the large end first. */
    UTF_32BE("UTF-32", Charset.forName("UTF-32BE"), "0000feff"),
    /** UTF-16 with the small end first, as editors and shells of Windows write it. */
    UTF_16LE("UTF-16", StandardCharsets.UTF_16LE, "fffe"),
    /** UTF-16 with the large end first. */
    UTF_16BE("UTF-16", StandardCharsets.UTF_16BE, "feff"),
    /** None of these: a code page of one machine or another, which a file does not tell. */
    UNKNOWN("neither UTF-8 nor UTF-16", StandardCharsets.ISO_8859_1, "");

    private final String title;
    private final Charset charset;
    /** Its byte order mark, in hexadecimal digits. */
    private final String mark;

    TextEncoding(String title, Charset charset, String mark) {
        this.title = title;
        this.charset = charset;
        this.mark = mark;
    }

    /**
     * Its name, for people.
     *
     * @return what follows "It is"
     */
    public String title() {
        return title;
    }

    /**
     * Whether it is one of those that have zero bytes in plain text, which hardly any tool reads.
     *
     * @return true for UTF-16 and UTF-32
     */
    public boolean isWide() {
        return this != UTF_8 && this != UNKNOWN;
    }

    /**
     * Tells how a text is written by how it begins.
     *
     * @param beginning its first bytes, four or more where there are as many
     * @return its encoding; UTF-8 if it is none of those that show
     */
    public static TextEncoding of(byte[] beginning) {
        for (TextEncoding encoding : values()) {
            if (encoding.isMarkOf(beginning)) {
                return encoding;
            }
        }
        return withoutMark(beginning);
    }

    /**
     * Java's name for it.
     *
     * @return the encoding; Latin-1 for {@link #UNKNOWN}
     */
    public Charset charset() {
        return charset;
    }

    int markLength() {
        return mark.length() / 2;
    }

    boolean isMarkOf(byte[] bytes) {
        int length = markLength();
        return length > 0
                && bytes.length >= length
                && HexFormat.of().formatHex(bytes, 0, length).equals(mark);
    }

    /** Tells how bytes without a mark are written: in UTF-16, plain letters have a zero byte beside each. */
    private static TextEncoding withoutMark(byte[] bytes) {
        if (isPlainPair(bytes, 0, 1) && isPlainPair(bytes, 2, 3)) {
            return UTF_16LE;
        }
        return isPlainPair(bytes, 1, 0) && isPlainPair(bytes, 3, 2) ? UTF_16BE : UTF_8;
    }

    private static boolean isPlainPair(byte[] bytes, int letter, int zero) {
        boolean isBehindEnd = bytes.length == 2 && letter > 1;
        return isBehindEnd || (bytes.length > Math.max(letter, zero) && bytes[letter] > 0 && bytes[zero] == 0);
    }
}
