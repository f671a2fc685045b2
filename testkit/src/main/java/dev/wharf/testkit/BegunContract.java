package dev.wharf.testkit;

import static dev.wharf.testkit.CatalogSamples.ALICE;
import static dev.wharf.testkit.CatalogSamples.BOB;
import static dev.wharf.testkit.CatalogSamples.NOON;
import static dev.wharf.testkit.CatalogSamples.auditEntry;
import static dev.wharf.testkit.CatalogSamples.hash;
import static dev.wharf.testkit.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.CatalogReads.Positioned;
import java.util.List;
import org.junit.jupiter.api.Test;

interface BegunContract extends CatalogFixture {
    UploadKey KEY = new UploadKey("8e03978e \\ \"quoted\" ~");

    private static BegunChange upload(String id, UserId user, UploadKey key) {
        return new BegunChange(
                id, NOON, user, AuditEntry.Action.PACKAGE_CREATED, null, null, hash("new"), key, NOON.plusSeconds(60));
    }

    private void begin(BegunChange... changes) {
        catalog().change(change -> {
            List.of(changes).forEach(change::begin);
            return true;
        });
    }

    private boolean settle(String id) {
        return catalog().change(change -> change.settle(id));
    }

    @Test
    default void what_was_begun_is_there_in_its_order_until_it_is_settled() {
        BegunChange first = upload("1", ALICE, KEY);
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

        List<Positioned<BegunChange>> page = catalog().listBegun(0, 1);
        assertThat(items(page)).containsExactly(first);
        assertThat(items(catalog().listBegun(page.get(0).position(), 10))).containsExactly(second);
        assertThat(items(reopened().listBegun(0, 10))).containsExactly(first, second);

        assertThat(settle("1")).isTrue();
        assertThat(items(catalog().listBegun(0, 10))).containsExactly(second);
    }

    @Test
    default void only_one_settles_a_change() {
        begin(upload("1", ALICE, KEY));

        List<Boolean> settled = Crowd.of(8, member -> settle("1"));

        assertThat(settled).containsOnlyOnce(true);
        assertThat(settle("never begun")).isFalse();
    }

    @Test
    default void a_change_is_settled_together_with_its_record_or_not_at_all() {
        begin(upload("1", ALICE, KEY));

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.settle("1");
                    change.record(auditEntry("happy_harmony"));
                    throw new IllegalArgumentException("the work's own");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(catalog().listBegun(0, 10)).hasSize(1);
        assertThat(catalog().listAudit(0, 10)).isEmpty();
    }

    @Test
    default void an_upload_that_was_begun_is_found_by_its_key_and_whose_it_is() {
        BegunChange hers = upload("1", ALICE, KEY);
        BegunChange his = upload("2", BOB, KEY);
        begin(hers, his, upload("3", ALICE, new UploadKey("another")));

        assertThat(catalog().findBegun(ALICE, KEY)).contains(hers);
        assertThat(catalog().findBegun(BOB, KEY)).contains(his);
        assertThat(catalog().findBegun(BOB, new UploadKey("another"))).isEmpty();
    }

    @Test
    default void whoever_is_at_changes_says_so_of_these_and_of_no_other() {
        begin(upload("1", ALICE, KEY), upload("2", BOB, KEY), upload("3", BOB, new UploadKey("another")));

        catalog().change(change -> {
            change.stillUnderWay(List.of("1", "3", "settled meanwhile"), NOON.plusSeconds(3600));
            return true;
        });

        assertThat(items(catalog().listBegun(0, 10)))
                .extracting(BegunChange::underWayUntil)
                .containsExactly(NOON.plusSeconds(3600), NOON.plusSeconds(60), NOON.plusSeconds(3600));
    }

    @Test
    default void what_an_upload_became_is_found_by_its_key_and_whose_it_was() {
        KeyedUpload hers = new KeyedUpload(ALICE, KEY, hash("1"), new PackageId("happy_harmony"), NOON);
        KeyedUpload his = new KeyedUpload(BOB, KEY, hash("2"), new PackageId("sad_melody"), NOON.plusSeconds(1));
        catalog().change(change -> {
            change.keep(hers);
            change.keep(his);
            return true;
        });

        assertThat(reopened().findUpload(ALICE, KEY)).contains(hers);
        assertThat(catalog().findUpload(BOB, KEY)).contains(his);
        assertThat(catalog().findUpload(BOB, new UploadKey("another"))).isEmpty();

        int forgotten = catalog().change(change -> change.forgetUploads(NOON.plusSeconds(1)));

        assertThat(forgotten).isEqualTo(1);
        assertThat(catalog().findUpload(ALICE, KEY)).isEmpty();
        assertThat(catalog().findUpload(BOB, KEY)).contains(his);
    }
}
