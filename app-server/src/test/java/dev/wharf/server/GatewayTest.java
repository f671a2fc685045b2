package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import dev.wharf.server.Calls.Answer;
import dev.wharf.testkit.Crowd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers of a gateway see while the account behind it is there, away, and back. */
class GatewayTest extends TwoServers {
    private void restartWith(Map<String, Object> settings) {
        gateway.close();
        gateway = gateway(settings);
        calls = gateway.asAdmin();
    }

    /** A value of the metrics, summed over the labels that the beginning leaves open. */
    private double metric(String beginning) {
        String all = new String(calls.get("/prometheus").bytes(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void an_account_that_stays_away_is_left_alone_and_found_again() {
        Answer made = calls.upload(ONE);
        calls.get(Calls.PACKAGES);
        network.away();

        Waiting.until(() -> {
            calls.get(Calls.PACKAGES);
            return metric("wharf_upstream_circuit_open") == 1;
        });
        assertThat(calls.get(Calls.PACKAGES).status()).isEqualTo(200);
        network.back();

        Waiting.until(() -> calls.get(Calls.PACKAGES).header("Cache-Status").equals("wharf; fwd=miss"));
        Waiting.until(() -> {
            calls.get(Calls.PACKAGES);
            return metric("wharf_upstream_circuit_open") == 0;
        });
        assertThat(calls.delete(path(made)).status()).isEqualTo(200);
        assertThat(metric("wharf_upstream_events_total{event=\"circuit_open\"")).isGreaterThan(0);
        assertThat(metric("wharf_upstream_reads_total{origin=\"kept_as_account_is_away\""))
                .isGreaterThan(0);
    }

    @Test
    void a_thousand_who_want_one_archive_at_once_cause_one_download() {
        Answer made = behind.upload(ONE);

        List<byte[]> all =
                Crowd.of(1000, i -> calls.get(path(made) + "/download").bytes());

        assertThat(all).allSatisfy(bytes -> assertThat(bytes).isEqualTo(ONE));
        assertThat(metric("wharf_upstream_archives_fetched_total")).isEqualTo(1);
    }

    @Test
    void an_archive_that_changed_on_disk_is_put_aside_and_fetched_again() throws IOException {
        Answer made = calls.upload(ONE);
        Path kept = find(Sha256.of(ONE).hex());
        byte[] changed = Files.readAllBytes(kept);
        changed[10] ^= 1;
        Files.delete(kept);
        Files.write(kept, changed);

        assertThat(calls.get(path(made) + "/download").bytes()).isEqualTo(ONE);

        assertThat(metric("wharf_upstream_archives_fetched_total")).isEqualTo(1);
        try (Stream<Path> aside = Files.list(directory.resolve("gateway/cache/quarantine"))) {
            assertThat(aside).isNotEmpty();
        }
    }

    private Path find(String hash) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("gateway/cache"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace("/", "").contains(hash.substring(4)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void what_is_wrong_with_an_archive_is_told_refused_or_not_looked_at_as_the_operator_wants() {
        byte[] wrong = Zips.connector("print('hello \u00e9 \"x\"')\n");

        Answer warned = calls.upload(wrong);
        assertThat(warned.status()).isEqualTo(201);
        assertThat(warned.header("Warning")).startsWith("299 wharf \"connector.py");

        restartWith(Map.of("wharf.upstream.checks", "refuse"));
        Answer refused = calls.upload(wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("connector.py");

        restartWith(Map.of("wharf.upstream.checks", "off"));
        Answer taken = calls.upload(wrong);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.header("Warning")).isEmpty();
    }

    @Test
    void credentials_that_the_account_refuses_are_the_operators_matter() {
        Calls caller = calls;
        server.keys().revoke(upstreamKey.key());

        Answer refused = caller.get(Calls.PACKAGES);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.message()).contains("operator");
    }

    @Test
    void neither_a_path_beside_the_api_nor_a_metric_tells_a_secret() {
        calls.upload(ONE);

        String metrics = new String(calls.authorizing(null).get("/prometheus").bytes(), StandardCharsets.UTF_8);

        assertThat(metrics)
                .contains("http_server_requests_seconds_count")
                .doesNotContain(upstreamKey.key())
                .doesNotContain(upstreamKey.secret())
                .doesNotContain(Sha256.of(ONE).hex());
    }
}
