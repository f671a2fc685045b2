package dev.wharf.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.wharf.failure.ConflictException;
import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PageRequest;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.LossyRegistry.Fate;
import dev.wharf.settling.Settlement.Outcome;
import dev.wharf.testkit.Crowd;
import dev.wharf.testkit.SampleArchives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlingRegistryTest extends LossyHarbour {
    @Test
    void an_upload_whose_answer_comes_is_sent_once() {
        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
        assertThat(told).isEmpty();
        assertThat(pace.pauses()).isEmpty();
    }

    @Test
    void what_somebody_remembers_proves_nothing() {
        harbour.upload("a");
        PackageRegistry remembering = mock();
        SettlingRegistry settling =
                new SettlingRegistry(remembering, lossy, account::info, SettlingPolicy.DEFAULT, pace, told::add);
        lossy.fates.add(Fate.ANSWER_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("b"));

        assertThat(harbour.packages()).hasSize(2).contains(created);
        verifyNoInteractions(remembering);
        settling.list(PageRequest.first(1));
        verify(remembering).list(any());
    }

    @Test
    void an_upload_whose_answer_was_lost_is_found_and_not_sent_again() {
        lossy.fates.add(Fate.ANSWER_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
        assertThat(told).containsExactly(new Settlement(Outcome.ADOPTED, Harbour.hash("a"), created.id()));
    }

    @Test
    void an_upload_that_never_arrived_is_sent_again_once_that_is_proven() {
        lossy.fates.add(Fate.REQUEST_LOST);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(2);
        assertThat(told).extracting(Settlement::outcome).containsExactly(Outcome.SENT_AGAIN);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void an_upload_that_is_still_being_stored_is_waited_for() {
        lossy.fates.add(Fate.STORED_LATE);

        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void every_sending_of_an_upload_has_the_same_key_and_no_other_upload_has_it() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST));
        settling.create(Harbour.archive("a"));
        settling.create(Harbour.archive("a"));

        assertThat(lossy.keys).hasSize(4).doesNotContainNull();
        assertThat(lossy.keys.subList(0, 3)).containsOnly(lossy.keys.get(0));
        assertThat(lossy.keys.get(3)).isNotEqualTo(lossy.keys.get(0));
    }

    @Test
    void a_sending_that_arrives_with_the_next_makes_nothing_twice_where_keys_are_known() {
        PackageRegistry slow = mock(PackageRegistry.class, delegatesTo(account.packages()));
        doThrow(lossy.lost)
                .doThrow(new ConflictException("under way"))
                .doAnswer(call -> {
                    account.packages().create(Harbour.archive("a"), call.getArgument(1));
                    return account.packages().create(call.getArgument(0), call.getArgument(1));
                })
                .when(slow)
                .create(any(), any());
        SettlingRegistry overSlow =
                new SettlingRegistry(slow, slow, account::info, SettlingPolicy.DEFAULT, pace, told::add);

        ConnectorPackage created = overSlow.create(Harbour.archive("a"));

        assertThat(harbour.packages()).containsExactly(created);
    }

    @Test
    void a_refusal_of_the_first_sending_is_thrown_on() {
        lossy.fates.add(Fate.REQUEST_LOST);
        lossy.lost = new ConflictException("deleted since");

        assertThatThrownBy(() -> settling.create(Harbour.archive("a"), UploadKey.random()))
                .isSameAs(lossy.lost);

        assertThat(lossy.sends).hasValue(1);
    }

    @Test
    void a_key_of_the_callers_is_handed_on_and_answered_as_often_as_it_is_sent() {
        UploadKey key = UploadKey.random();

        List<ConnectorPackage> answers = Crowd.of(4, member -> settling.create(Harbour.archive("a"), key));

        assertThat(lossy.keys).containsOnly(key);
        assertThat(harbour.packages()).hasSize(1);
        assertThat(answers).containsOnly(harbour.packages().get(0));
    }

    @Test
    void an_archive_is_not_sent_more_often_than_allowed() {
        lossy.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST, Fate.REQUEST_LOST));

        assertThatThrownBy(() -> settling.create(Harbour.archive("a"))).isSameAs(lossy.lost);

        assertThat(lossy.sends).hasValue(3);
        assertThat(harbour.packages()).isEmpty();
    }

    @Test
    void a_refusal_is_no_loss() {
        assertThatThrownBy(() -> settling.create(ArchiveSource.of(new byte[] {1})))
                .isInstanceOf(InvalidArchiveException.class);

        assertThat(lossy.lists).hasValue(1);
    }

    @Test
    void an_archive_that_can_be_read_only_once_is_still_found() {
        lossy.fates.addAll(List.of(Fate.ANSWER_LOST, Fate.REQUEST_LOST));

        ConnectorPackage created = settling.create(readableOnce("a"));
        assertThat(harbour.packages()).containsExactly(created);

        assertThatThrownBy(() -> settling.create(emptied())).isSameAs(lossy.lost);
        assertThat(lossy.sends).hasValue(2);
    }

    @Test
    void everything_else_is_the_registry_behind() {
        ConnectorPackage created = settling.create(Harbour.archive("a"));

        assertThat(settling.retrieve(created.id())).isEqualTo(created);
        assertThat(settling.update(created.id(), Harbour.archive("b")).sha256()).isEqualTo(Harbour.hash("b"));
        assertThat(settling.download(created.id()).sha256()).isEqualTo(Harbour.hash("b"));
        settling.delete(created.id());
        assertThat(harbour.packages()).isEmpty();
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withSends(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withLooks(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SettlingPolicy.DEFAULT.withPatience(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ArchiveSource readableOnce(String comment) {
        return source(new ByteArrayInputStream(SampleArchives.connector(comment)));
    }

    private static ArchiveSource emptied() {
        return source(null);
    }

    private static ArchiveSource source(@Nullable InputStream only) {
        return new ArchiveSource() {
            private @Nullable InputStream left = only;

            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                InputStream opened = left;
                left = null;
                if (opened == null) {
                    throw new IOException("it was read already");
                }
                return opened;
            }
        };
    }
}
