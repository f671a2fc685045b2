package dev.wharf.packaging.text;

import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A small file's text, without its byte order mark. Reads UTF-8, with a mark or without; UTF-16, with a mark or without; and
 * UTF-32 with a mark. Everything else is read as Latin-1, in which every byte is a letter. Never fails.
 */
public final class Text {
    private final byte[] bytes;
    private final String content;
    private final TextEncoding encoding;
    private final boolean hadMark;
    private final int malformedAt;

    private Text(byte[] bytes, String content, TextEncoding encoding, boolean hadMark, int malformedAt) {
        this.bytes = bytes;
        this.content = content;
        this.encoding = encoding;
        this.hadMark = hadMark;
        this.malformedAt = malformedAt;
    }

    /**
     * Reads a file of a project.
     *
     * @param tree the project
     * @param path the file's path in it
     * @param max the most bytes it may have
     * @return its text, or null if it has more
     * @throws IOException if it cannot be read
     */
    public static @Nullable Text read(ProjectTree tree, String path, int max) throws IOException {
        try (InputStream in = tree.open(path)) {
            return read(in, max);
        }
    }

    /**
     * Reads a stream to its end, or to the limit.
     *
     * @param in the stream; the caller closes it
     * @param max the most bytes it may have
     * @return its text, or null if it has more
     * @throws IOException if it cannot be read
     */
    public static @Nullable Text read(InputStream in, int max) throws IOException {
        byte[] bytes = in.readNBytes(max + 1);
        return bytes.length > max ? null : of(bytes);
    }

    /**
     * Reads bytes.
     *
     * @param bytes the file's content
     * @return its text
     */
    public static Text of(byte[] bytes) {
        TextEncoding encoding = TextEncoding.of(bytes);
        return of(bytes, encoding, encoding.isMarkOf(bytes) ? encoding.markLength() : 0);
    }

    private static Text of(byte[] bytes, TextEncoding encoding, int mark) {
        boolean hadMark = mark > 0;
        CharBuffer decoded = CharBuffer.allocate(bytes.length - mark);
        ByteBuffer left = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharsetDecoder decoder = encoding.charset().newDecoder();
        CoderResult result = decoder.decode(left, decoded, true);
        if (!result.isError()) {
            return new Text(bytes, decoded.flip().toString(), encoding, hadMark, -1);
        }
        if (encoding.isWide()) {
            String content = new String(bytes, mark, bytes.length - mark, encoding.charset());
            return new Text(bytes, content, encoding, hadMark, decoded.position());
        }
        String letters = new String(bytes, TextEncoding.UNKNOWN.charset());
        return new Text(bytes, letters, TextEncoding.UNKNOWN, false, left.position());
    }

    /**
     * The text.
     *
     * @return what the file says; where it is damaged, other characters stand there
     */
    public String content() {
        return content;
    }

    /**
     * How it is written.
     *
     * @return the encoding; {@link TextEncoding#UNKNOWN} if the bytes are valid in none that is read
     */
    public TextEncoding encoding() {
        return encoding;
    }

    /**
     * Whether it is valid UTF-8, with or without a mark.
     *
     * @return true if it is
     */
    public boolean isUtf8() {
        return encoding == TextEncoding.UTF_8;
    }

    /**
     * Whether it began with a byte order mark.
     *
     * @return true if it did
     */
    public boolean hadMark() {
        return hadMark;
    }

    /**
     * Where in {@link #content} the first thing stands that its encoding does not have.
     *
     * @return the index, from 0; empty if all is valid
     */
    public OptionalInt malformedAt() {
        return malformedAt < 0 ? OptionalInt.empty() : OptionalInt.of(malformedAt);
    }

    /**
     * The line of a place, as editors count: a carriage return alone ends a line too.
     *
     * @param index an index into {@link #content}
     * @return the line, from 1
     */
    public int lineOf(int index) {
        return lineOf(content, index);
    }

    /**
     * The line of a place in any text.
     *
     * @param text the text
     * @param index an index into it
     * @return the line, from 1
     */
    public static int lineOf(String text, int index) {
        int line = 1;
        for (int i = 0; i < Math.min(index, text.length()); i++) {
            char c = text.charAt(i);
            line += c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1)) ? 1 : 0;
        }
        return line;
    }

    /**
     * The whole text in another encoding, which the file or its reader says it has.
     *
     * @param charset the encoding
     * @return the text with its byte order mark, if any; empty if the bytes are not valid in it
     */
    public Optional<String> decoded(Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
