package dev.wharf.packaging.check;

import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A small file's text, without its byte order mark.
 *
 * @param content the text; what is neither UTF-8 nor marked as UTF-16 is read as Latin-1, in which every byte is a letter
 * @param isUtf8 whether it is valid UTF-8
 * @param hadMark whether it began with a byte order mark
 */
record Text(String content, boolean isUtf8, boolean hadMark) {
    /**
     * Reads a file.
     *
     * @param max the most bytes it may have
     * @return its text, or null if it has more
     */
    static @Nullable Text read(ProjectTree tree, String path, int max) throws IOException {
        byte[] bytes;
        try (InputStream in = tree.open(path)) {
            bytes = in.readNBytes(max + 1);
        }
        return bytes.length > max ? null : of(bytes);
    }

    static Text of(byte[] bytes) {
        if (startsWith(bytes, 0xfe, 0xff)) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        int mark = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                    .toString();
            return new Text(text, true, mark > 0);
        } catch (CharacterCodingException e) {
            return new Text(new String(bytes, StandardCharsets.ISO_8859_1), false, false);
        }
    }

    private static Text utf16(byte[] bytes, Charset charset) {
        return new Text(new String(bytes, 2, bytes.length - 2, charset), false, true);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
