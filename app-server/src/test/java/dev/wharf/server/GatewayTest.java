package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.UnavailableException;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilienceEvent;
import dev.wharf.http.resilience.ResilienceSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.PackageId;
import dev.wharf.model.Role;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.server.Calls.Answer;
import dev.wharf.server.Calls.Part;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.FaultyNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers of a gateway see while the account behind it is there, away, and back. */
class GatewayTest {
    private static final byte[] ONE = Zips.connector("# one");
    private static final byte[] TWO = Zips.connector("# two");

    @TempDir
    Path directory;

    private RunningServer server;
    private Credentials upstreamKey;
    private FaultyNetwork network;
    private RunningServer gateway;
    private Calls behind;
    private Calls calls;

    @BeforeEach
    void start() {
        server = new RunningServer(directory.resolve("server"));
        upstreamKey = server.newKey("the_gateway", Role.ADMIN);
        behind = server.as(upstreamKey);
        network = new FaultyNetwork(server.url().getPort());
        gateway = gateway(Map.of());
        calls = gateway.asAdmin();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        network.close();
        server.close();
    }

    private RunningServer gateway(Map<String, Object> settings) {
        Map<String, Object> quick = new HashMap<>(Map.of(
                "wharf.upstream.circuit-open",
                "100ms",
                "wharf.upstream.attempts",
                1,
                "wharf.upstream.timeout",
                "5s",
                "wharf.upstream.patience",
                "30s"));
        quick.putAll(settings);
        return RunningGateway.before(network.url(), upstreamKey, directory.resolve("gateway"), quick);
    }

    private void restartWith(Map<String, Object> settings) {
        gateway.close();
        gateway = gateway(settings);
        calls = gateway.asAdmin();
    }

    private static String path(Answer made) {
        return Calls.PACKAGES + "/" + made.text("id");
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
    void a_read_says_whether_the_account_was_asked_and_how_old_it_is() {
        Answer made = behind.upload(ONE);

        Answer asked = calls.get(path(made));
        Answer kept = calls.get(path(made));

        assertThat(asked.header("Cache-Status")).isEqualTo("wharf; fwd=miss");
        assertThat(asked.header("Age")).isEmpty();
        assertThat(kept.header("Cache-Status")).matches("wharf; hit; ttl=1[12]\\d");
        assertThat(kept.header("Age")).matches("\\d");
        assertThat(kept.header("Warning")).isEmpty();
        assertThat(kept.json()).isEqualTo(asked.json());
    }

    @Test
    void a_caller_may_ask_for_nothing_old() {
        Answer made = behind.upload(ONE);
        calls.get(path(made));
        behind.form("PATCH", path(made), List.of(new Part(Calls.FILE_PART, TWO)));

        assertThat(calls.get(path(made)).text("file_sha256_hash"))
                .isEqualTo(Sha256.of(ONE).hex());
        for (String control : List.of("no-cache", "max-age=0", "private, MAX-AGE=0")) {
            Answer asked = calls.get(path(made), "Cache-Control", control);
            assertThat(asked.text("file_sha256_hash"))
                    .as(control)
                    .isEqualTo(Sha256.of(TWO).hex());
            assertThat(asked.header("Cache-Status")).as(control).isEqualTo("wharf; fwd=miss");
        }
        network.away();
        assertThat(calls.get(path(made), "Cache-Control", "no-cache").status()).isEqualTo(503);
        assertThat(calls.get(path(made), "Cache-Control", "max-age=0").status()).isEqualTo(200);
    }

    @Test
    void while_the_account_is_away_what_was_seen_is_listed_and_downloaded_and_nothing_is_changed() {
        Answer uploaded = calls.upload(ONE);
        Answer downloaded = behind.upload(TWO);
        assertThat(calls.get(path(downloaded) + "/download").bytes()).isEqualTo(TWO);
        Answer list = calls.get(Calls.PACKAGES);
        network.away();

        Answer stale = calls.get(Calls.PACKAGES);
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.json()).isEqualTo(list.json());
        assertThat(stale.header("Cache-Status")).matches("wharf; hit; ttl=-?\\d+; detail=upstream-away");
        assertThat(stale.header("Warning")).isEqualTo("111 wharf \"Revalidation Failed\"");
        assertThat(calls.get(path(uploaded) + "/download").bytes()).isEqualTo(ONE);
        assertThat(calls.get(path(downloaded) + "/download").bytes()).isEqualTo(TWO);

        for (Answer refused : List.of(
                calls.upload(ONE),
                calls.delete(path(uploaded)),
                calls.form("PATCH", path(uploaded), List.of(new Part(Calls.FILE_PART, TWO))),
                calls.json("POST", "/v1/groups", "{\"name\": \"Warehouse\"}"))) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("ServiceUnavailable");
            assertThat(refused.message()).isNotBlank();
        }
        assertThat(behind.get(Calls.PACKAGES).items())
                .extracting(item -> item.get("file_sha256_hash"))
                .containsExactly(Sha256.of(ONE).hex(), Sha256.of(TWO).hex());
    }

    private List<ResilienceEvent> throughOurClient(Consumer<ResilientAccount> work) {
        List<ResilienceEvent> events = new CopyOnWriteArrayList<>();
        HttpAccountSettings settings = HttpAccountSettings.of(gateway.url(), gateway.newKey("root", Role.ADMIN))
                .asRenewing();
        ResilienceSettings quick = ResilientTransportTest.QUICK.withAttempts(2);
        try (ResilientAccount account = ResilientAccount.connect(settings, quick, events::add)) {
            work.accept(account);
        }
        return events;
    }

    @Test
    void our_own_client_is_told_news_and_that_what_it_is_told_is_old() {
        Answer made = behind.upload(ONE);
        PackageId id = new PackageId(made.text("id"));
        calls.get(path(made));
        behind.form("PATCH", path(made), List.of(new Part(Calls.FILE_PART, TWO)));

        assertThat(throughOurClient(account ->
                        assertThat(account.packages().retrieve(id).sha256()).isEqualTo(Sha256.of(TWO))))
                .isEmpty();
        network.away();
        assertThat(throughOurClient(account ->
                        assertThat(account.packages().retrieve(id).sha256()).isEqualTo(Sha256.of(TWO))))
                .singleElement()
                .isInstanceOf(ResilienceEvent.OldAnswer.class);
    }

    @Test
    void what_the_gateway_remembers_does_not_prove_to_our_own_client_that_an_upload_made_nothing() {
        calls.get(Calls.PACKAGES + "?limit=1000");
        network.away();

        List<ResilienceEvent> events = throughOurClient(
                account -> assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(ONE)))
                        .isInstanceOf(UnavailableException.class));

        assertThat(events).noneMatch(ResilienceEvent.Settled.class::isInstance);
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
