package dev.wharf.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests: good ones, small or of an exact size, and one of every kind that a registry must refuse. */
public final class SampleArchives {
    private static final String CONNECTOR = "connector.py";
    /** What a ZIP archive of one stored {@code connector.py} has besides the file's bytes. */
    private static final int OVERHEAD = 30 + 46 + 22 + 2 * CONNECTOR.length();

    private static final long FIXED_TIME = 315_619_200_000L;

    private SampleArchives() {}

    /**
     * A good archive of one file.
     *
     * @param comment makes archives differ
     * @return the bytes
     */
    public static byte[] connector(String comment) {
        return of(Map.of(CONNECTOR, "# " + comment + "\n"));
    }

    /**
     * An archive of some files.
     *
     * @param files their contents by their names
     * @return the bytes
     */
    public static byte[] of(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(FIXED_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A good archive of an exact size.
     *
     * @param size how many bytes it has, at least 122
     * @return the bytes
     */
    public static byte[] ofSize(int size) {
        byte[] content = new byte[size - OVERHEAD];
        Arrays.fill(content, (byte) '#');
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(CONNECTOR);
            entry.setTime(FIXED_TIME);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.size() != size) {
            throw new AssertionError("made " + bytes.size() + " bytes instead of " + size);
        }
        return bytes.toByteArray();
    }

    /**
     * Archives that no registry may take.
     *
     * @return the bytes by what is wrong with them
     */
    public static Map<String, byte[]> invalid() {
        Map<String, byte[]> invalid = new LinkedHashMap<>();
        byte[] good = connector("good");
        invalid.put("empty", new byte[0]);
        invalid.put("not a ZIP archive", "import fivetran_connector_sdk\n".getBytes(StandardCharsets.UTF_8));
        invalid.put("truncated", Arrays.copyOf(good, good.length - 1));
        invalid.put("truncated to its first half", Arrays.copyOf(good, good.length / 2));
        invalid.put("without connector.py", of(Map.of("main.py", "# no connector\n")));
        invalid.put("connector.py in a folder", of(Map.of("project/connector.py", "# too deep\n")));
        invalid.put("a duplicate entry", renamed("connector.pz", CONNECTOR));
        invalid.put("a name that leads out", renamed("...x", "../x"));
        invalid.put("an absolute name", renamed(".etc", "/etc"));
        invalid.put("a flipped bit", flipped(good));
        return invalid;
    }

    /** Two entries, the second renamed behind the back of the JDK, which would not write such a name. */
    private static byte[] renamed(String name, String hostileName) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(CONNECTOR, "# good\n");
        files.put(name, "# renamed\n");
        String text = new String(of(files), StandardCharsets.ISO_8859_1);
        return text.replace(name, hostileName).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flipped(byte[] archive) {
        byte[] flipped = archive.clone();
        int firstByteOfContent = 30 + CONNECTOR.length();
        flipped[firstByteOfContent + 2] ^= 1;
        return flipped;
    }
}
