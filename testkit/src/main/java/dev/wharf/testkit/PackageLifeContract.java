package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.bytesOf;
import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.packages;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotFoundException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import org.junit.jupiter.api.Test;

interface PackageLifeContract extends AccountFixture {
    @Test
    default void an_empty_account_has_no_packages() {
        assertThat(packages(admin())).isEmpty();
    }

    @Test
    default void an_upload_becomes_an_unbound_package_of_its_uploader() {
        ConnectorPackage created = upload(member("alice"), "first");

        assertThat(created.isBound()).isFalse();
        assertThat(created.createdBy()).isEqualTo(new UserId("alice"));
        assertThat(created.lastUpdatedBy()).isEqualTo(new UserId("alice"));
        assertThat(created.updatedAt()).isEqualTo(created.createdAt());
        assertThat(created.sha256()).isEqualTo(Sha256.of(SampleArchives.connector("first")));
    }

    @Test
    default void a_package_reads_back_as_it_was_created() {
        ConnectorPackage created = upload(admin(), "first");

        assertThat(admin().packages().retrieve(created.id())).isEqualTo(created);
        assertThat(packages(admin())).containsExactly(created);
    }

    @Test
    default void the_same_bytes_twice_make_two_packages() {
        ConnectorPackage first = upload(admin(), "same");
        ConnectorPackage second = upload(admin(), "same");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(packages(admin())).containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void an_update_changes_the_file_and_keeps_id_owner_and_creation() {
        ConnectorPackage before = upload(member("alice"), "before");

        ConnectorPackage after = admin().packages().update(before.id(), archive("after"));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdBy()).isEqualTo(before.createdBy());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.lastUpdatedBy()).isNotEqualTo(before.createdBy());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.sha256()).isEqualTo(Sha256.of(SampleArchives.connector("after")));
        assertThat(admin().packages().retrieve(before.id())).isEqualTo(after);
        assertThat(bytesOf(admin(), after)).isEqualTo(SampleArchives.connector("after"));
    }

    @Test
    default void an_update_keeps_the_connection() {
        ConnectorPackage before = upload(admin(), "before");
        Connection connection = connect(admin(), destination(admin(), "Warehouse"), "user", before);

        ConnectorPackage after = admin().packages().update(before.id(), archive("after"));

        assertThat(after.connectionId()).isEqualTo(connection.id());
        assertThat(admin().connections().retrieve(connection.id())).isEqualTo(connection);
    }

    @Test
    default void an_update_with_the_same_bytes_is_an_update_too() {
        ConnectorPackage before = upload(admin(), "same");

        ConnectorPackage after = admin().packages().update(before.id(), archive("same"));

        assertThat(after.sha256()).isEqualTo(before.sha256());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
    }

    @Test
    default void an_update_of_one_package_leaves_another_with_the_same_bytes_alone() {
        ConnectorPackage changed = upload(admin(), "same");
        ConnectorPackage untouched = upload(admin(), "same");

        admin().packages().update(changed.id(), archive("other"));

        assertThat(admin().packages().retrieve(untouched.id())).isEqualTo(untouched);
        assertThat(bytesOf(admin(), untouched)).isEqualTo(SampleArchives.connector("same"));
    }

    @Test
    default void a_deleted_package_is_gone() {
        ConnectorPackage deleted = upload(admin(), "deleted");
        ConnectorPackage kept = upload(admin(), "deleted");

        admin().packages().delete(deleted.id());

        assertThat(packages(admin())).containsExactly(kept);
        assertThatThrownBy(() -> admin().packages().retrieve(deleted.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().packages().delete(deleted.id())).isInstanceOf(NotFoundException.class);
        assertThat(bytesOf(admin(), kept)).isEqualTo(SampleArchives.connector("deleted"));
    }

    @Test
    default void no_operation_knows_a_package_that_never_was() {
        PackageId unknown = new PackageId("never_was");

        assertThatThrownBy(() -> admin().packages().retrieve(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().packages().update(unknown, archive("lost")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().packages().delete(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> admin().packages().download(unknown)).isInstanceOf(NotFoundException.class);
        assertThat(packages(admin())).isEmpty();
    }
}
