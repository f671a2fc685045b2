package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.archive;
import static dev.wharf.testkit.AccountSamples.packages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.UploadKeyReusedException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveSource;
import java.util.List;
import org.junit.jupiter.api.Test;

interface UploadKeysContract extends AccountFixture {
    @Test
    default void an_upload_sent_again_with_its_key_is_answered_with_the_same_package() {
        UploadKey key = UploadKey.random();
        ConnectorPackage first = member("alice").packages().create(archive("same"), key);

        ConnectorPackage again = member("alice").packages().create(archive("same"), key);

        assertThat(again).isEqualTo(first);
        assertThat(packages(admin())).containsExactly(first);
    }

    @Test
    default void a_key_may_have_every_character_a_header_may() {
        UploadKey key = new UploadKey("back\\slash \"quoted\" ; a=b ~" + UploadKey.random());
        ConnectorPackage first = member("alice").packages().create(archive("same"), key);

        assertThat(member("alice").packages().create(archive("same"), key)).isEqualTo(first);
        assertThat(packages(admin())).containsExactly(first);
    }

    @Test
    default void many_sendings_of_one_upload_at_once_make_one_package() {
        UploadKey key = UploadKey.random();

        List<ConnectorPackage> answers =
                Crowd.of(8, member -> member("alice").packages().create(archive("same"), key));

        assertThat(packages(admin())).hasSize(1);
        assertThat(answers).containsOnly(packages(admin()).get(0));
    }

    @Test
    default void a_key_that_was_sent_with_other_bytes_is_refused_and_nothing_is_made() {
        UploadKey key = UploadKey.random();
        ConnectorPackage first = member("alice").packages().create(archive("first"), key);

        assertThatThrownBy(() -> member("alice").packages().create(archive("second"), key))
                .isInstanceOf(UploadKeyReusedException.class);

        assertThat(packages(admin())).containsExactly(first);
    }

    @Test
    default void another_users_key_is_another_key() {
        UploadKey key = UploadKey.random();
        ConnectorPackage hers = member("alice").packages().create(archive("same"), key);

        ConnectorPackage his = member("bob").packages().create(archive("same"), key);

        assertThat(his.id()).isNotEqualTo(hers.id());
        assertThat(his.createdBy()).isEqualTo(new UserId("bob"));
    }

    @Test
    default void what_an_upload_made_is_not_made_again_once_it_is_deleted_or_changed() {
        UploadKey deleted = UploadKey.random();
        UploadKey changed = UploadKey.random();
        admin().packages()
                .delete(admin().packages().create(archive("deleted"), deleted).id());
        ConnectorPackage made = admin().packages().create(archive("before"), changed);
        ConnectorPackage present = admin().packages().update(made.id(), archive("after"));

        assertThatThrownBy(() -> admin().packages().create(archive("deleted"), deleted))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("was deleted");
        assertThatThrownBy(() -> admin().packages().create(archive("before"), changed))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("has another archive now");

        assertThat(packages(admin())).containsExactly(present);
    }

    @Test
    default void the_key_of_an_upload_that_was_refused_is_free() {
        UploadKey key = UploadKey.random();
        assertThatThrownBy(() -> admin().packages().create(ArchiveSource.of(new byte[0]), key))
                .isInstanceOf(InvalidArchiveException.class);

        ConnectorPackage made = admin().packages().create(archive("good"), key);

        assertThat(packages(admin())).containsExactly(made);
    }
}
