package dev.wharf.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.PackageId;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SyncRun;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new Wharf opens the catalog of an old one, with all that is in it. */
abstract class UpgradeContract {
    private static final ConnectionId ALONE = new ConnectionId("alone");
    private static final ConnectionId ONE = new ConnectionId("one");
    private static final UserId ANN = new UserId("ann");

    abstract Dialect dialect();

    /** A database without any table, the same until the test is over. */
    abstract DataSource database() throws SQLException;

    abstract JdbcCatalog open();

    static IntStream earlierVersions() {
        return IntStream.range(1, Schema.VERSION);
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void what_an_earlier_version_wrote_is_there_and_what_it_did_not_know_is_empty(int version) throws SQLException {
        OlderCatalogs older = new OlderCatalogs(database(), dialect());
        older.fill(version);
        Map<String, List<Map<String, Object>>> before = older.rows(version);

        open().close();

        Map<String, List<Map<String, Object>>> after = older.rows(version);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> {
            List<Map<String, Object>> now = after.get(table);
            assertThat(now).as(table).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(now.get(i)).as(table).containsAllEntriesOf(rows.get(i));
                assertThat(now.get(i).entrySet())
                        .filteredOn(field -> !rows.get(0).containsKey(field.getKey()))
                        .as(table)
                        .allSatisfy(added -> assertThat(added.getValue())
                                .isIn(
                                        added.getKey().equals("awaited")
                                                ? List.of(0, false)
                                                : Collections.singletonList(null)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void its_connections_and_packages_are_read_as_they_were(int version) throws SQLException {
        new OlderCatalogs(database(), dialect()).fill(version);

        try (JdbcCatalog catalog = open()) {
            assertThat(catalog.packages().list(0, 10))
                    .extracting(each -> each.item().id().value(), each -> each.item()
                            .connectionIds())
                    .containsExactly(
                            tuple("own", List.of(ALONE)),
                            tuple("shared", List.of(ONE, new ConnectionId("two"))),
                            tuple("free", List.of()));
            assertThat(catalog.connections().list(ConnectionFilter.ALL, 0, 10))
                    .extracting(Positioned::item)
                    .extracting(Connection::id, Connection::packageId)
                    .containsExactly(
                            tuple(ALONE, new PackageId("own")),
                            tuple(ONE, new PackageId("shared")),
                            tuple(new ConnectionId("two"), new PackageId("shared")),
                            tuple(new ConnectionId("bare"), null));
            Connection alone = catalog.connections().find(ALONE).orElseThrow();
            assertThat(alone.secretKeys()).containsExactly("api_key", "token");
            assertThat(alone.paused()).isTrue();
            assertThat(alone.naming()).isEqualTo(version < 4 ? null : SchemaNaming.SOURCE);
            assertThat(alone.networking())
                    .isEqualTo(
                            version < 4
                                    ? Networking.UNSTATED
                                    : new Networking(
                                            "ProxyAgent", "agent", "link", "hybrid", version < 7 ? null : "host"));
            assertThat(alone.schedule())
                    .isEqualTo(version < 7 ? Schedule.UNSTATED : new Schedule("manual", "03:00", true, "LOW", 30));
            assertThat(alone.others()).isEqualTo(version < 7 ? Fields.NONE : Fields.of(Map.of("label", "Tür")));
            assertThat(catalog.secrets().list(ALONE))
                    .isEqualTo(
                            version < 5
                                    ? List.of()
                                    : List.of(
                                            new SealedSecret("api_key", "k", "sealed-1"),
                                            new SealedSecret("token", "k", "sealed-2")));
            assertThat(catalog.begun().list(0, 10)).hasSize(version < 3 ? 0 : 1);
            assertThat(catalog.uploads().find(ANN, new UploadKey("upload-1")).isPresent())
                    .isEqualTo(version >= 3);
            assertThat(catalog.deploys().list(ALONE)).hasSize(version < 6 ? 0 : 1);
            assertThat(catalog.audit().list(0, 10)).hasSize(1);
            assertThat(catalog.syncs().find(List.of(ALONE)))
                    .isEqualTo(
                            version < 8
                                    ? Map.of()
                                    : Map.of(
                                            ALONE,
                                            new SyncRun(
                                                    Moments.fromMicros(18),
                                                    true,
                                                    false,
                                                    Moments.fromMicros(17),
                                                    null,
                                                    false)));
            assertThat(catalog.syncs().findState(ALONE))
                    .isEqualTo(version < 8 ? Optional.empty() : Optional.of(Fields.of(Map.of("cursor", "4"))));
        }
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void the_catalog_is_worked_on_as_any_other(int version) throws SQLException {
        new OlderCatalogs(database(), dialect()).fill(version);
        SyncRun sync = new SyncRun(Samples.NOON, true, false, null, null, false);
        Fields state = Fields.of(Map.of("cursor", "5"));

        try (JdbcCatalog catalog = open()) {
            Connection one = catalog.connections().find(ONE).orElseThrow();
            assertThatThrownBy(() -> catalog.change(change -> {
                        change.connections()
                                .update(one.changedBy(ConnectionSettings.NONE.withPackage(new PackageId("own"))), true);
                        return true;
                    }))
                    .isInstanceOf(BindingConflictException.class);
            catalog.change(change -> {
                change.syncs().write(ALONE, sync);
                change.syncs().writeState(ALONE, state);
                change.secrets().replace(ONE, List.of(new SealedSecret("key", "k", "sealed")));
                change.connections().delete(new ConnectionId("two"));
                return change.packages().insert(Samples.connectorPackage("another"));
            });

            assertThat(catalog.syncs().find(List.of(ALONE))).containsExactly(Map.entry(ALONE, sync));
            assertThat(catalog.syncs().findState(ALONE)).contains(state);
            assertThat(catalog.secrets().list(ONE)).hasSize(1);
            assertThat(catalog.packages().list(0, 10))
                    .extracting(each -> each.item().id().value())
                    .containsExactly("own", "shared", "free", "another");
            catalog.change(change -> {
                change.connections().delete(ALONE);
                return true;
            });
            assertThat(catalog.connections().find(ALONE)).isEmpty();
        }
    }
}
