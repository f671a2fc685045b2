package dev.wharf.packaging.secrets;

import dev.wharf.packaging.text.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/** A text of wide characters as bytes of ASCII, one each; every character that ASCII does not have is one byte that is none. */
final class NarrowText extends InputStream {
    private static final int NONE = 0xff;

    private final Reader reader;
    private final char[] characters = new char[8 * 1024];

    NarrowText(InputStream in, TextEncoding encoding) {
        reader = new InputStreamReader(in, encoding.charset());
    }

    @Override
    public int read() throws IOException {
        int c = reader.read();
        return c < 0x80 ? c : NONE;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = reader.read(characters, 0, Math.min(length, characters.length));
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) (characters[i] < 0x80 ? characters[i] : NONE);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
