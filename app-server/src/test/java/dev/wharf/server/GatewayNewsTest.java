package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.UnavailableException;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GatewayNewsTest extends TwoServers {
    private static final byte[] TWO = Zips.connector("# two");

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
}
