package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.ALICE;
import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.auditEntry;
import static dev.wharf.testkit.CatalogSamples.connection;
import static dev.wharf.testkit.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.CatalogSamples.destination;
import static dev.wharf.testkit.CatalogSamples.hash;
import static dev.wharf.testkit.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DestinationId;
import dev.wharf.model.PackageId;
import dev.wharf.model.SealedSecret;
import dev.wharf.port.CatalogReads;
import dev.wharf.port.PackageCatalog;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

interface TransactionsContract extends CatalogFixture {
    private static void everything(PackageCatalog.Change change) {
        change.insert(destination("warehouse"));
        change.insert(connectorPackage("harmony"));
        change.insert(connection("user", "harmony"), true);
        change.replaceSecrets(new ConnectionId("user"), List.of(new SealedSecret("token", "key", "c2VhbGVk")));
        change.record(auditEntry("harmony"));
    }

    private static List<Object> contents(CatalogReads catalog) {
        return List.of(
                items(catalog.listPackages(0, 100)),
                items(catalog.listConnections(ConnectionFilter.ALL, 0, 100)),
                catalog.listSecrets(new ConnectionId("user")),
                items(catalog.listDestinations(0, 100)),
                items(catalog.listAudit(0, 100)));
    }

    @Test
    default void a_change_answers_what_its_work_answers() {
        assertThat(catalog().<String>change(change -> "answer")).isEqualTo("answer");
    }

    @Test
    default void a_change_sees_what_it_did_itself() {
        List<Object> seen = catalog().change(change -> {
            everything(change);
            assertThat(change.findPackage(new PackageId("harmony")))
                    .hasValueSatisfying(
                            found -> assertThat(found.connectionId()).isEqualTo(new ConnectionId("user")));
            assertThat(change.findDestination(new DestinationId("warehouse"))).isPresent();
            assertThat(change.findConnection(new ConnectionId("user"))).isPresent();
            return contents(change);
        });

        assertThat(seen).isEqualTo(contents(catalog()));
    }

    @Test
    default void nobody_else_sees_a_change_before_it_is_complete() {
        AtomicReference<List<ConnectorPackage>> seen = new AtomicReference<>();

        catalog().change(change -> {
            everything(change);
            seen.set(items(catalog().listPackages(0, 10)));
            return true;
        });

        assertThat(seen.get()).isEmpty();
        assertThat(catalog().listPackages(0, 10)).hasSize(1);
    }

    @Test
    default void what_the_work_throws_is_thrown_on_and_nothing_happened() {
        catalog().change(change -> change.insert(connectorPackage("before")));
        List<Object> before = contents(catalog());
        IllegalArgumentException thrown = new IllegalArgumentException("the work's own");

        assertThatThrownBy(() -> catalog().change(change -> {
                    everything(change);
                    change.replaceFile(new PackageId("before"), hash("new"), ALICE, NOON);
                    change.deletePackage(new PackageId("before"), NOON);
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(contents(catalog())).isEqualTo(before);
        assertThat(catalog().needsArchive(hash("new"), NOON)).isFalse();
    }

    @Test
    default void an_error_in_the_work_undoes_the_change_as_well() {
        StackOverflowError thrown = new StackOverflowError("the work's own");

        assertThatThrownBy(() -> catalog().change(change -> {
                    everything(change);
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(catalog().listPackages(0, 10)).isEmpty();
        assertThat(catalog().<Boolean>change(change -> change.insert(connectorPackage("harmony"))))
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
                    change.insert(connectorPackage("melody"));
                    change.deleteDestination(new DestinationId("warehouse"));
                    return true;
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(contents(catalog())).isEqualTo(before);
    }

    @Test
    default void what_was_changed_is_there_when_the_catalog_is_opened_again() {
        catalog().change(change -> {
            everything(change);
            change.insert(connectorPackage("let_go_of"));
            return true;
        });
        catalog().change(change -> {
            change.deletePackage(new PackageId("let_go_of"), NOON);
            return true;
        });
        List<Object> before = contents(catalog());

        PackageCatalog again = reopened();

        assertThat(contents(again)).isEqualTo(before);
        assertThat(again.needsArchive(hash("content of let_go_of"), NOON)).isTrue();
    }
}
