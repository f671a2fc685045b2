package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.ArchiveEntry;
import dev.wharf.packaging.ConnectorArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What Wharf accepts, another reader that accepts it too must see the same. The JDK's streaming reader goes by the local headers
 * from the first byte on and never looks at the directory: the opposite of ours.
 */
final class AsOtherReaders {
    private AsOtherReaders() {}

    static void check(byte[] bytes, ConnectorArchive archive) throws IOException {
        Map<String, Long> streamed = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), Charset.forName("IBM437"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (streamed.put(entry.getName(), checksum(zip)) != null) {
                    twice.add(entry.getName());
                }
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException | IndexOutOfBoundsException e) {
            return; // It refuses more than we do, as stored entries with a data descriptor.
        }
        Map<String, Long> ours = new LinkedHashMap<>();
        for (ArchiveEntry entry : archive.entries()) {
            ours.put(entry.name(), entry.crc32());
        }
        assertThat(twice).isEmpty();
        assertThat(streamed).containsExactlyInAnyOrderEntriesOf(ours);
    }

    private static long checksum(InputStream content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content.readAllBytes());
        return crc.getValue();
    }
}
