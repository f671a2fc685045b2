package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.begunUpload;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.UploadKey;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import dev.wharf.testkit.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a catalog must do with changes begun elsewhere. Needs no other subject. */
public interface BegunRecordsContract extends CatalogFixture {
    UploadKey KEY = new UploadKey("8e03978e \\ \"quoted\" ~");

    private void begin(BegunChange... changes) {
        catalog().change(change -> {
            List.of(changes).forEach(change.begun()::begin);
            return true;
        });
    }

    private boolean settle(String id) {
        return catalog().change(change -> change.begun().settle(id));
    }

    @Test
    default void what_was_begun_is_there_in_its_order_until_it_is_settled() {
        BegunChange first = begunUpload("1", ALICE, KEY);
        BegunChange second = new BegunChange(
                "2",
                NOON,
                BOB,
                AuditEntry.Action.PACKAGE_UPDATED,
                "happy_harmony",
                hash("old"),
                hash("new"),
                null,
                NOON.plusSeconds(1));
        begin(first, second);

        List<Positioned<BegunChange>> page = catalog().begun().list(0, 1);
        assertThat(items(page)).containsExactly(first);
        assertThat(items(catalog().begun().list(page.get(0).position(), 10))).containsExactly(second);
        assertThat(items(reopened().begun().list(0, 10))).containsExactly(first, second);

        assertThat(settle("1")).isTrue();
        assertThat(items(catalog().begun().list(0, 10))).containsExactly(second);
    }

    @Test
    default void only_one_settles_a_change() {
        begin(begunUpload("1", ALICE, KEY));

        List<Boolean> settled = Crowd.of(8, member -> settle("1"));

        assertThat(settled).containsOnlyOnce(true);
        assertThat(settle("never begun")).isFalse();
    }

    @Test
    default void an_upload_that_was_begun_is_found_by_its_key_and_whose_it_is() {
        BegunChange hers = begunUpload("1", ALICE, KEY);
        BegunChange his = begunUpload("2", BOB, KEY);
        begin(hers, his, begunUpload("3", ALICE, new UploadKey("another")));

        assertThat(catalog().begun().find(ALICE, KEY)).contains(hers);
        assertThat(catalog().begun().find(BOB, KEY)).contains(his);
        assertThat(catalog().begun().find(BOB, new UploadKey("another"))).isEmpty();
    }

    @Test
    default void whoever_is_at_changes_says_so_of_these_and_of_no_other() {
        begin(
                begunUpload("1", ALICE, KEY),
                begunUpload("2", BOB, KEY),
                begunUpload("3", BOB, new UploadKey("another")));

        catalog().change(change -> {
            change.begun().prolong(List.of("1", "3", "settled meanwhile"), NOON.plusSeconds(3600));
            return true;
        });

        assertThat(items(catalog().begun().list(0, 10)))
                .extracting(BegunChange::underWayUntil)
                .containsExactly(NOON.plusSeconds(3600), NOON.plusSeconds(60), NOON.plusSeconds(3600));
    }
}
