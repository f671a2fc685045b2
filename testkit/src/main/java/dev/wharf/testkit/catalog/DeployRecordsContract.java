package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.deploy;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.DeployRecord.State;
import dev.wharf.model.DestinationName;
import dev.wharf.model.PackageId;
import dev.wharf.model.SourceRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a catalog must do with deploys. Needs archives, destinations and connections. */
public interface DeployRecordsContract extends CatalogFixture {
    ConnectionId RIVER = new ConnectionId("river");

    @Test
    default void a_deploy_comes_back_as_it_was_written() {
        DeployRecord full = new DeployRecord(
                "full",
                NOON,
                ALICE,
                new DestinationName("Ware house ключ"),
                new ConnectionName("orders"),
                RIVER,
                new PackageId("harmony"),
                State.UPDATED,
                hash("old"),
                hash("new"),
                new SourceRevision("0f0f", "feature\n\\x", true),
                List.of("paused", "with\nline break"),
                "A note,\nwith \u0000 and 🚢.");
        DeployRecord bare = entry("bare", null, "new");

        write(full, 10, 10);
        write(bare, 10, 10);

        assertThat(reopened().deploys().list(RIVER)).containsExactly(full, bare);
        assertThat(catalog().deploys().find("full")).contains(full);
        assertThat(catalog().deploys().find("other")).isEmpty();
        assertThat(catalog().deploys().list(new ConnectionId("elsewhere"))).isEmpty();
    }

    @Test
    default void what_is_written_again_replaces_what_was_written_and_keeps_its_place() {
        DeployRecord first = entry("first", null, "a");
        write(first, 10, 10);
        write(entry("second", null, "b"), 10, 10);

        DeployRecord done = first.reaching(State.CREATED, RIVER, new PackageId("harmony"), "done");
        write(done, 10, 10);

        assertThat(catalog().deploys().list(RIVER)).containsExactly(done, entry("second", null, "b"));
    }

    @Test
    default void the_archives_of_the_newest_deploys_are_needed() {
        write(entry("one", "zero", "one"), 10, 2);
        write(entry("two", "one", "two"), 10, 2);
        write(entry("three", "two", "three"), 10, 2);

        assertThat(needed("three")).isTrue();
        assertThat(needed("two")).isTrue();
        assertThat(needed("one")).isTrue();
        assertThat(needed("zero")).isFalse();
        assertThat(catalog().archives().isDeployed(hash("one"))).isTrue();
        assertThat(catalog().archives().isDeployed(hash("zero"))).isFalse();
    }

    @Test
    default void what_was_crowded_out_does_not_come_back() {
        write(entry("one", null, "one"), 10, 1);
        write(entry("two", null, "two"), 10, 1);

        write(entry("three", null, "three"), 10, 3);
        write(entry("one", null, "one"), 10, 3);

        assertThat(needed("one")).isFalse();
        assertThat(needed("two")).isTrue();
        assertThat(needed("three")).isTrue();
    }

    @Test
    default void of_each_connection_only_the_newest_deploys_stay() {
        DeployRecord elsewhere =
                entry("elsewhere", null, "x").reaching(State.CREATED, new ConnectionId("sea"), null, null);
        write(elsewhere, 2, 1);
        write(entry("one", null, "one"), 2, 1);
        write(entry("two", null, "two"), 2, 1);
        write(entry("three", null, "three"), 2, 1);

        assertThat(catalog().deploys().list(RIVER)).extracting(DeployRecord::id).containsExactly("two", "three");
        assertThat(catalog().deploys().list(new ConnectionId("sea"))).containsExactly(elsewhere);
    }

    @Test
    default void a_connection_takes_its_deploys_along() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            return change.connections().insert(connection("river", null), true);
        });
        write(entry("one", null, "one"), 10, 10);

        catalog().change(change -> {
            change.connections().delete(RIVER);
            return true;
        });

        assertThat(catalog().deploys().list(RIVER)).isEmpty();
        assertThat(catalog().deploys().find("one")).isEmpty();
        assertThat(needed("one")).isFalse();
    }

    private void write(DeployRecord entry, int deploys, int archives) {
        catalog().change(change -> {
            change.deploys().write(entry, deploys, archives);
            return true;
        });
    }

    private boolean needed(String content) {
        return catalog().archives().isNeeded(hash(content), NOON.plusSeconds(1));
    }

    private static DeployRecord entry(String id, @Nullable String from, String to) {
        return deploy(id, RIVER, from, to);
    }
}
