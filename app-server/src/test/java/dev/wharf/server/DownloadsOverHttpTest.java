package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.server.Calls.Answer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadsOverHttpTest extends PublishedPackages {
    @Test
    void a_download_gives_the_bytes_whatever_is_accepted() {
        String id = admin.upload(ARCHIVE).text("id");

        for (String accept : List.of("application/json", "*/*", "application/octet-stream", "text/html")) {
            Answer download = admin.get(PACKAGES + "/" + id + "/download", "Accept", accept);
            assertThat(download.status()).isEqualTo(200);
            assertThat(download.bytes()).isEqualTo(ARCHIVE);
            assertThat(download.header("Content-Length")).isEqualTo(String.valueOf(ARCHIVE.length));
            assertThat(download.header("ETag")).isEqualTo("\"" + Sha256.of(ARCHIVE) + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=3-9,3,10", "bytes=5-,5,-1", "bytes=-4,-4,-1", "bytes=2-99999999,2,-1"})
    void a_part_of_a_download_is_206_with_its_place(String asked, int from, int to) {
        String id = admin.upload(ARCHIVE).text("id");
        int first = from < 0 ? ARCHIVE.length + from : from;
        int end = to < 0 ? ARCHIVE.length : to;

        Answer part = admin.get(PACKAGES + "/" + id + "/download", "Range", asked);

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(ARCHIVE, first, end));
        assertThat(part.header("Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + ARCHIVE.length);
        assertThat(part.header("Content-Length")).isEqualTo(String.valueOf(end - first));
        assertThat(part.header("ETag")).isEqualTo("\"" + Sha256.of(ARCHIVE) + "\"");
    }

    @Test
    void a_part_that_is_not_there_is_416() {
        String id = admin.upload(ARCHIVE).text("id");

        for (String asked : List.of("bytes=" + ARCHIVE.length + "-", "bytes=-0")) {
            Answer refused = admin.get(PACKAGES + "/" + id + "/download", "Range", asked);
            assertThat(refused.status()).as(asked).isEqualTo(416);
            assertThat(refused.header("Content-Range")).isEqualTo("bytes */" + ARCHIVE.length);
            assertThat(refused.code()).isEqualTo("InvalidInput");
        }
    }

    @Test
    void a_range_that_is_none_or_many_or_of_another_file_is_answered_with_all() {
        String id = admin.upload(ARCHIVE).text("id");
        String download = PACKAGES + "/" + id + "/download";

        for (String asked : List.of("bytes=0-1,3-4", "lines=1-2", "bytes=9-3", "bytes=-", "bytes=x-1")) {
            Answer all = admin.get(download, "Range", asked);
            assertThat(all.status()).as(asked).isEqualTo(200);
            assertThat(all.bytes()).isEqualTo(ARCHIVE);
            assertThat(all.header("Accept-Ranges")).isEqualTo("bytes");
        }
        String tag = "\"" + Sha256.of(ARCHIVE) + "\"";
        assertThat(admin.get(download, "Range", "bytes=1-", "If-Range", tag).status())
                .isEqualTo(206);
        assertThat(admin.get(download, "Range", "bytes=1-", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(download, "Range", "bytes=1-", "If-Range", "W/" + tag)
                        .status())
                .isEqualTo(200);
    }
}
