package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.auditEntry;
import static dev.wharf.testkit.catalog.CatalogSamples.begunUpload;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.deploy;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.DestinationId;
import dev.wharf.model.Fields;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SyncRun;
import dev.wharf.model.UploadKey;
import dev.wharf.port.catalog.CatalogReads;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageRecords;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a catalog must do with changes as a whole. Needs all subjects. */
public interface TransactionsContract extends CatalogFixture {
    ConnectionId USER = new ConnectionId("user");
    UploadKey KEY = new UploadKey("key of the upload");

    private static void everything(PackageCatalog.Change change) {
        change.destinations().insert(destination("warehouse"));
        change.packages().insert(connectorPackage("harmony"));
        change.connections().insert(connection("user", "harmony"), true);
        change.secrets().replace(USER, List.of(new SealedSecret("token", "key", "c2VhbGVk")));
        change.syncs().write(USER, new SyncRun(NOON, true, false, null, null, false));
        change.syncs().writeState(USER, Fields.NONE.with("cursor", "x"));
        change.deploys().write(deploy("deploy", USER, null, "deployed"), 10, 10);
        change.begun().begin(begunUpload("begun", ALICE, KEY));
        change.uploads().insert(new KeyedUpload(ALICE, KEY, hash("uploaded"), new PackageId("harmony"), NOON));
        change.audit().add(auditEntry("harmony"));
    }

    private static List<Object> contents(CatalogReads catalog) {
        return List.of(
                items(catalog.packages().list(0, 100)),
                items(catalog.connections().list(ConnectionFilter.ALL, 0, 100)),
                catalog.secrets().list(USER),
                items(catalog.destinations().list(0, 100)),
                catalog.syncs().find(List.of(USER)),
                catalog.syncs().findState(USER),
                catalog.deploys().list(USER),
                catalog.archives().isDeployed(hash("deployed")),
                items(catalog.begun().list(0, 100)),
                catalog.uploads().find(ALICE, KEY),
                items(catalog.audit().list(0, 100)));
    }

    @Test
    default void a_change_answers_what_its_work_answers() {
        assertThat(catalog().<String>change(change -> "answer")).isEqualTo("answer");
    }

    @Test
    default void a_change_sees_what_it_did_itself() {
        List<Object> seen = catalog().change(change -> {
            everything(change);
            assertThat(change.packages().find(new PackageId("harmony")))
                    .hasValueSatisfying(
                            found -> assertThat(found.connectionId()).isEqualTo(new ConnectionId("user")));
            assertThat(change.destinations().find(new DestinationId("warehouse")))
                    .isPresent();
            assertThat(change.connections().find(new ConnectionId("user"))).isPresent();
            return contents(change);
        });

        assertThat(seen).isEqualTo(contents(catalog()));
    }

    @Test
    default void nobody_else_sees_a_change_before_it_is_complete() {
        List<Object> before = contents(catalog());
        AtomicReference<List<Object>> seen = new AtomicReference<>();

        catalog().change(change -> {
            everything(change);
            seen.set(contents(catalog()));
            return true;
        });

        assertThat(seen.get()).isEqualTo(before);
        assertThat(contents(catalog())).isNotEqualTo(before);
    }

    @Test
    default void what_the_work_throws_is_thrown_on_and_nothing_happened() {
        catalog().change(change -> change.packages().insert(connectorPackage("before")));
        List<Object> before = contents(catalog());
        IllegalArgumentException thrown = new IllegalArgumentException("the work's own");

        assertThatThrownBy(() -> catalog().change(change -> {
                    everything(change);
                    change.packages().replaceFile(new PackageId("before"), hash("new"), ALICE, NOON);
                    change.packages().delete(new PackageId("before"), NOON);
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(contents(catalog())).isEqualTo(before);
        assertThat(catalog().archives().isNeeded(hash("new"), NOON)).isFalse();
    }

    @Test
    default void an_error_in_the_work_undoes_the_change_as_well() {
        List<Object> before = contents(catalog());
        StackOverflowError thrown = new StackOverflowError("the work's own");

        assertThatThrownBy(() -> catalog().change(change -> {
                    everything(change);
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(contents(catalog())).isEqualTo(before);
        assertThat(catalog().<Boolean>change(change -> change.packages().insert(connectorPackage("harmony"))))
                .isTrue();
    }

    @Test
    default void a_refusal_undoes_what_the_change_did_before_it() {
        catalog().change(change -> {
            everything(change);
            return true;
        });
        List<Object> before = contents(catalog());

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.packages().insert(connectorPackage("melody"));
                    change.destinations().delete(new DestinationId("warehouse"));
                    return true;
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(contents(catalog())).isEqualTo(before);
    }

    @Test
    default void what_was_changed_is_there_when_the_catalog_is_opened_again() {
        catalog().change(change -> {
            everything(change);
            change.packages().insert(connectorPackage("let_go_of"));
            return true;
        });
        catalog().change(change -> {
            change.packages().delete(new PackageId("let_go_of"), NOON);
            return true;
        });
        List<Object> before = contents(catalog());

        PackageCatalog again = reopened();

        assertThat(contents(again)).isEqualTo(before);
        assertThat(again.archives().isNeeded(hash("content of let_go_of"), NOON))
                .isTrue();
    }

    @Test
    default void a_change_is_settled_together_with_its_record_or_not_at_all() {
        catalog().change(change -> {
            change.begun().begin(begunUpload("1", ALICE, KEY));
            return true;
        });

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.begun().settle("1");
                    change.audit().add(auditEntry("happy_harmony"));
                    throw new IllegalArgumentException("the work's own");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(catalog().begun().list(0, 10)).hasSize(1);
        assertThat(catalog().audit().list(0, 10)).isEmpty();
    }

    @Test
    default void records_that_were_asked_for_once_show_what_was_changed_since() {
        PackageRecords kept = catalog().packages();

        catalog().change(change -> change.packages().insert(connectorPackage("harmony")));

        assertThat(items(kept.list(0, 10))).containsExactly(connectorPackage("harmony"));
    }

    @Test
    default void what_is_refused_within_a_change_is_not_done_and_the_change_goes_on() {
        catalog().change(change -> {
            everything(change);
            return change.destinations().insert(destination("lake"));
        });

        catalog().change(change -> {
            assertThatThrownBy(() -> change.destinations().delete(new DestinationId("warehouse")))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> change.destinations()
                            .rename(
                                    new DestinationId("lake"),
                                    destination("warehouse").name()))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> change.packages().delete(new PackageId("harmony"), NOON))
                    .isInstanceOf(PackageInUseException.class);
            assertThatThrownBy(() -> change.connections().insert(connection("idle", "nothing"), true))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> change.connections().insert(connection("second", "harmony"), true))
                    .isInstanceOf(BindingConflictException.class);
            return change.packages().insert(connectorPackage("melody"));
        });

        assertThat(items(catalog().packages().list(0, 10)))
                .extracting(p -> p.id().value())
                .containsExactly("harmony", "melody");
        assertThat(items(catalog().connections().list(ConnectionFilter.ALL, 0, 10)))
                .hasSize(1);
        assertThat(items(catalog().destinations().list(0, 10)))
                .containsExactly(destination("warehouse"), destination("lake"));
    }
}
