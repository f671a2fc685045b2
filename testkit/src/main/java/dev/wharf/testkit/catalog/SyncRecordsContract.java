package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionId;
import dev.wharf.model.Fields;
import dev.wharf.model.SyncRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a catalog must do with syncs and states. Needs destinations and connections. */
public interface SyncRecordsContract extends CatalogFixture {
    ConnectionId ONE = new ConnectionId("one");
    ConnectionId OTHER = new ConnectionId("other");

    private void connections() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            change.connections().insert(connection("one", null), true);
            return change.connections().insert(connection("other", null), true);
        });
    }

    @Test
    default void the_last_sync_of_each_connection_is_kept() {
        connections();
        SyncRun first = new SyncRun(NOON, true, false, null, null, false);
        SyncRun second = new SyncRun(NOON.plusSeconds(60), false, true, NOON, NOON.minusSeconds(1), true);

        catalog().change(change -> {
            change.syncs().write(ONE, first);
            change.syncs().write(OTHER, first);
            change.syncs().write(ONE, second);
            return true;
        });

        assertThat(reopened().syncs().find(List.of(ONE, OTHER, new ConnectionId("never_was"))))
                .isEqualTo(Map.of(ONE, second, OTHER, first));
        assertThat(catalog().syncs().find(List.of())).isEmpty();
    }

    @Test
    default void the_state_of_a_connection_is_kept_also_an_empty_one() {
        connections();
        Fields state = Fields.of(Map.of("cursor", "x", "deep", Map.of("list", List.of(1, true))));

        assertThat(catalog().syncs().findState(ONE)).isEmpty();
        catalog().change(change -> {
            change.syncs().writeState(ONE, state);
            change.syncs().writeState(OTHER, state);
            change.syncs().writeState(OTHER, Fields.NONE);
            return true;
        });

        assertThat(reopened().syncs().findState(ONE)).contains(state);
        assertThat(reopened().syncs().findState(OTHER)).contains(Fields.NONE);
    }

    @Test
    default void syncs_and_state_go_with_their_connection() {
        connections();
        catalog().change(change -> {
            change.syncs().write(ONE, new SyncRun(NOON, true, false, null, null, false));
            change.syncs().writeState(ONE, Fields.NONE);
            return true;
        });

        catalog().change(change -> {
            change.connections().delete(ONE);
            return true;
        });

        assertThat(catalog().syncs().find(List.of(ONE))).isEmpty();
        assertThat(catalog().syncs().findState(ONE)).isEmpty();
    }

    @Test
    default void what_no_database_keeps_names_no_state() {
        for (String name : List.of("\u0000", "a\u0000b", "\ud800", "a\udc00b")) {
            assertThat(catalog().syncs().findState(new ConnectionId(name))).isEmpty();
        }
    }
}
