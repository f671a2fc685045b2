package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.port.SealingKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealingKeysTest extends SealingRegistry {
    private final SealingKey other = SealingKey.random(new SecureRandom());

    @Test
    void of_two_processes_with_different_keys_the_second_is_told_before_it_seals_anything() {
        HostedRegistry second = harbour.registry.sealing(SealingKeys.of(other));
        Connection made = create(registry, "user", TOKEN);

        assertThatThrownBy(() -> create(second, "another", TOKEN))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(key.id())
                .hasMessageContaining("WHARF_SECRETS_KEY");
        assertThatThrownBy(() -> second.openSecrets(made.id())).isInstanceOf(StorageException.class);
        assertThat(harbour.admin().connections().retrieve(made.id()).secretKeys())
                .containsExactly("token");
        assertThat(create(second, "without", new Secret[0]).secretKeys()).isEmpty();
        assertThat(Harbour.admin(second)
                        .connections()
                        .update(made.id(), ConnectionSettings.NONE.withPaused(true))
                        .paused())
                .isTrue();
    }

    @Test
    void whoever_lost_the_key_can_begin_anew_by_emptying_what_was_sealed_with_it() {
        Connection made = create(registry, "user", TOKEN);
        HostedRegistry anew = harbour.registry.sealing(SealingKeys.of(other));

        Harbour.admin(anew).connections().update(made.id(), asking(TOKEN));

        assertThat(anew.openSecrets(made.id())).containsExactly(TOKEN);
    }

    @Test
    void a_newer_key_seals_from_now_on_and_older_ones_still_open() {
        Connection before = create(registry, "before", TOKEN);
        HostedRegistry rotated = harbour.registry.sealing(SealingKeys.of(key).behind(other));

        Connection after = create(rotated, "after", TOKEN);

        assertThat(rotated.openSecrets(before.id())).containsExactly(TOKEN);
        assertThat(rotated.openSecrets(after.id())).containsExactly(TOKEN);
        assertThat(harbour.catalog.secrets().list(after.id()))
                .map(SealedSecret::keyId)
                .containsExactly(other.id());
    }

    @Test
    void where_no_key_can_be_had_only_what_needs_one_fails() {
        SealingKeys broken = new SealingKeys() {
            @Override
            public SealingKey current() {
                throw new StorageException("The disk failed.", null);
            }

            @Override
            public Optional<SealingKey> find(String id) {
                throw new StorageException("The disk failed.", null);
            }
        };
        HostedRegistry without = harbour.registry.sealing(broken);
        List<Object> announced = new ArrayList<>(harbour.announced);

        assertThatThrownBy(() -> create(without, "user", TOKEN)).isInstanceOf(StorageException.class);

        assertThat(harbour.announced).isEqualTo(announced);
        assertThat(create(without, "user").secretKeys()).isEmpty();
    }

    @Test
    void a_registry_without_keys_keeps_no_values_and_forgets_those_it_replaces() {
        Connection kept = create(registry, "kept", TOKEN);
        Connection dropped = create(harbour.registry, "dropped", TOKEN);

        assertThat(harbour.registry.openSecrets(dropped.id())).isEmpty();
        assertThat(dropped.secretKeys()).containsExactly("token");
        assertThatThrownBy(() -> harbour.registry.openSecrets(kept.id())).isInstanceOf(StorageException.class);

        harbour.admin().connections().update(kept.id(), asking(TOKEN));

        assertThat(harbour.catalog.secrets().list(kept.id())).isEmpty();
    }

    @Test
    void no_text_form_shows_a_key() {
        assertThat(key.toString()).contains(key.id()).doesNotContain(key.base64());
        assertThatThrownBy(() -> SealingKey.parse("c2hvcnQ="))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> SealingKey.parse("no base64!")).isInstanceOf(InvalidRequestException.class);
    }
}
