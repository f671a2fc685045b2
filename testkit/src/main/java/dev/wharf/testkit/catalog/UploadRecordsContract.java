package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.ALICE;
import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadKey;
import org.junit.jupiter.api.Test;

/** What a catalog must do with uploads that were sent with a key. Needs no other subject. */
public interface UploadRecordsContract extends CatalogFixture {
    UploadKey KEY = new UploadKey("8e03978e \\ \"quoted\" ~");

    @Test
    default void what_an_upload_became_is_found_by_its_key_and_whose_it_was() {
        KeyedUpload hers = new KeyedUpload(ALICE, KEY, hash("1"), new PackageId("happy_harmony"), NOON);
        KeyedUpload his = new KeyedUpload(BOB, KEY, hash("2"), new PackageId("sad_melody"), NOON.plusSeconds(1));
        catalog().change(change -> {
            change.uploads().insert(hers);
            change.uploads().insert(his);
            return true;
        });

        assertThat(reopened().uploads().find(ALICE, KEY)).contains(hers);
        assertThat(catalog().uploads().find(BOB, KEY)).contains(his);
        assertThat(catalog().uploads().find(BOB, new UploadKey("another"))).isEmpty();

        int forgotten = catalog().change(change -> change.uploads().forget(NOON.plusSeconds(1)));

        assertThat(forgotten).isEqualTo(1);
        assertThat(catalog().uploads().find(ALICE, KEY)).isEmpty();
        assertThat(catalog().uploads().find(BOB, KEY)).contains(his);
    }
}
