package dev.wharf.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small archives to send. */
final class Zips {
    private Zips() {}

    static byte[] connector(String code) {
        return of("connector.py", code);
    }

    /** Names and contents in turn. */
    static byte[] of(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive whose second entry gets the name of the first, which no honest writer would make. */
    static byte[] withDuplicate() {
        byte[] bytes = of("connector.py", "a", "connector.px", "b");
        byte[] wrong = "connector.px".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + wrong.length <= bytes.length; at++) {
            if (new String(bytes, at, wrong.length, StandardCharsets.ISO_8859_1).equals("connector.px")) {
                bytes[at + wrong.length - 1] = 'y';
            }
        }
        return bytes;
    }
}
