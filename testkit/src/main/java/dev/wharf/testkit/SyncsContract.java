package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.connection;
import static dev.wharf.testkit.CatalogSamples.destination;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface SyncsContract extends CatalogFixture {
    ConnectionId ONE = new ConnectionId("one");
    ConnectionId OTHER = new ConnectionId("other");

    private void connections() {
        catalog().change(change -> {
            change.insert(destination("warehouse"));
            change.insert(connection("one", null), true);
            return change.insert(connection("other", null), true);
        });
    }

    @Test
    default void the_last_sync_of_each_connection_is_kept() {
        connections();
        SyncRun first = new SyncRun(NOON, true, false, null, null, false);
        SyncRun second = new SyncRun(NOON.plusSeconds(60), false, true, NOON, NOON.minusSeconds(1), true);

        catalog().change(change -> {
            change.write(ONE, first);
            change.write(OTHER, first);
            change.write(ONE, second);
            return true;
        });

        assertThat(reopened().findSyncs(List.of(ONE, OTHER, new ConnectionId("never_was"))))
                .isEqualTo(Map.of(ONE, second, OTHER, first));
        assertThat(catalog().findSyncs(List.of())).isEmpty();
    }

    @Test
    default void the_state_of_a_connection_is_kept_also_an_empty_one() {
        connections();
        Fields state = Fields.of(Map.of("cursor", "x", "deep", Map.of("list", List.of(1, true))));

        assertThat(catalog().findState(ONE)).isEmpty();
        catalog().change(change -> {
            change.write(ONE, state);
            change.write(OTHER, state);
            change.write(OTHER, Fields.NONE);
            return true;
        });

        assertThat(reopened().findState(ONE)).contains(state);
        assertThat(reopened().findState(OTHER)).contains(Fields.NONE);
    }

    @Test
    default void syncs_and_state_go_with_their_connection() {
        connections();
        catalog().change(change -> {
            change.write(ONE, new SyncRun(NOON, true, false, null, null, false));
            change.write(ONE, Fields.NONE);
            return true;
        });

        catalog().change(change -> {
            change.deleteConnection(ONE);
            return true;
        });

        assertThat(catalog().findSyncs(List.of(ONE))).isEmpty();
        assertThat(catalog().findState(ONE)).isEmpty();
    }
}
