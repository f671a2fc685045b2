package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counters show how many bytes of archives came and went, and that none did. */
class ArchiveTrafficTest {
    @TempDir
    Path data;

    private static double counter(Calls calls, String name) {
        String metrics = new String(calls.get("/prometheus").bytes(), StandardCharsets.UTF_8);
        Matcher line = Pattern.compile("(?m)^wharf_archive_bytes_" + name + "_total(?:\\{[^}]*})? (\\S+)$")
                .matcher(metrics);
        assertThat(line.find()).as(metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void bytes_of_archives_are_counted_and_nothing_else() {
        byte[] archive = Zips.connector("# counted");
        try (RunningServer server = new RunningServer(data)) {
            Calls calls = server.asAdmin();
            assertThat(counter(calls, "received")).isZero();
            assertThat(counter(calls, "sent")).isZero();

            String id = calls.upload(archive).text("id");
            assertThat(counter(calls, "received")).isEqualTo(archive.length);
            assertThat(counter(calls, "sent")).isZero();

            String download = Calls.PACKAGES + "/" + id + "/download";
            assertThat(calls.get(download).bytes()).isEqualTo(archive);
            assertThat(calls.get(download, "Range", "bytes=0-9").bytes()).hasSize(10);
            calls.get(Calls.PACKAGES + "/" + id);
            assertThat(counter(calls, "sent")).isEqualTo(archive.length + 10);
            assertThat(counter(calls, "received")).isEqualTo(archive.length);
        }
    }
}
