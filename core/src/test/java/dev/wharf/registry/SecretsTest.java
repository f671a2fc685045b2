package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationName;
import dev.wharf.model.NewConnection;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.port.SealingKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Configuration values are kept so that only whoever has the key reads them. */
class SecretsTest {
    private static final Secret TOKEN = new Secret("token", "s3cr3t, größer als nichts");
    private static final Secret EMPTY = new Secret("empty", "");

    private final Harbour harbour = new Harbour();
    private final SealingKey key = SealingKey.random(new SecureRandom());
    private final SealingKey other = SealingKey.random(new SecureRandom());
    private final HostedRegistry registry = harbour.registry.sealing(SealingKeys.of(key));
    private final Destination destination = harbour.admin().destinations().create(new DestinationName("Warehouse"));

    private Connection create(HostedRegistry where, String name, Secret... secrets) {
        return Harbour.admin(where)
                .connections()
                .create(new NewConnection(destination.id(), new ConnectionName(name), asking(secrets)));
    }

    private static ConnectionSettings asking(Secret... secrets) {
        return ConnectionSettings.NONE.withSecrets(List.of(secrets));
    }

    private void alter(ConnectionId id, UnaryOperator<SealedSecret> change) {
        List<SealedSecret> altered =
                harbour.catalog.secrets().list(id).stream().map(change).toList();
        harbour.catalog.change(catalog -> {
            catalog.secrets().replace(id, altered);
            return id;
        });
    }

    @Test
    void values_open_for_whoever_has_the_key_and_are_kept_in_no_readable_form() {
        Connection made = create(registry, "user", TOKEN, EMPTY);

        assertThat(registry.openSecrets(made.id())).containsExactly(TOKEN, EMPTY);
        assertThat(harbour.registry
                        .sealing(SealingKeys.of(SealingKey.parse(key.base64())))
                        .openSecrets(made.id()))
                .containsExactly(TOKEN, EMPTY);
        assertThat(harbour.catalog.secrets().list(made.id()).toString()).doesNotContain("s3cr3t");
        assertThat(harbour.announced.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void lists_and_no_value_at_all_are_kept_as_they_were_sent() {
        Secret hosts = new Secret("hosts", new SecretValue.Texts(List.of("db1:5432", "", "größe")));
        Secret nothing = new Secret("later", SecretValue.NONE);
        Secret empty = new Secret("none", new SecretValue.Texts(List.of()));

        Connection made = create(registry, "user", hosts, nothing, empty, TOKEN);

        assertThat(registry.openSecrets(made.id())).containsExactly(hosts, nothing, empty, TOKEN);
        assertThat(made.secretKeys()).containsExactly("hosts", "later", "none", "token");
        assertThat(hosts.toString() + hosts.value() + harbour.announced).doesNotContain("db1");
    }

    @Test
    void a_new_list_replaces_the_old_one_and_none_keeps_it() {
        Connection made = create(registry, "user", TOKEN);

        Harbour.admin(registry).connections().update(made.id(), ConnectionSettings.NONE.withPaused(true));
        assertThat(registry.openSecrets(made.id())).containsExactly(TOKEN);

        Harbour.admin(registry).connections().update(made.id(), asking(new Secret("token", "new"), EMPTY));
        assertThat(registry.openSecrets(made.id())).containsExactly(new Secret("token", "new"), EMPTY);

        Harbour.admin(registry).connections().update(made.id(), asking());
        assertThat(registry.openSecrets(made.id())).isEmpty();
    }

    @Test
    void values_go_with_their_connection() {
        Connection made = create(registry, "user", TOKEN);

        Harbour.admin(registry).connections().delete(made.id());

        assertThat(harbour.catalog.secrets().list(made.id())).isEmpty();
        assertThatThrownBy(() -> registry.openSecrets(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void one_value_is_never_sealed_twice_alike() {
        Connection made = create(registry, "user", new Secret("a", "same"), new Secret("b", "same"));

        assertThat(harbour.catalog.secrets().list(made.id()))
                .map(SealedSecret::sealed)
                .doesNotHaveDuplicates();
        List<String> first = harbour.catalog.secrets().list(made.id()).stream()
                .map(SealedSecret::sealed)
                .toList();
        Harbour.admin(registry)
                .connections()
                .update(made.id(), asking(new Secret("a", "same"), new Secret("b", "same")));
        assertThat(harbour.catalog.secrets().list(made.id()))
                .map(SealedSecret::sealed)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_sealed_value_opens_only_where_it_was_sealed_for() {
        Connection made = create(registry, "user", TOKEN);
        Connection thief = create(registry, "thief", new Secret("token", "mine"));
        SealedSecret kept = harbour.catalog.secrets().list(made.id()).get(0);

        alter(thief.id(), present -> kept);
        assertThatThrownBy(() -> registry.openSecrets(thief.id())).isInstanceOf(StorageException.class);

        alter(thief.id(), present -> new SealedSecret("shown", kept.keyId(), kept.sealed()));
        assertThatThrownBy(() -> registry.openSecrets(thief.id())).isInstanceOf(StorageException.class);
    }

    @Test
    void no_bit_of_a_sealed_value_can_be_changed_unnoticed() {
        Connection made = create(registry, "user", new Secret("pin", "1234"));
        SealedSecret kept = harbour.catalog.secrets().list(made.id()).get(0);
        byte[] bytes = Base64.getDecoder().decode(kept.sealed());

        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            alter(made.id(), present -> with(kept, Base64.getEncoder().encodeToString(flipped)));
            assertThatThrownBy(() -> registry.openSecrets(made.id()))
                    .as("bit %d", bit)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not what was sealed");
        }
        alter(made.id(), present -> with(kept, "no base64!"));
        assertThatThrownBy(() -> registry.openSecrets(made.id())).isInstanceOf(StorageException.class);
        alter(made.id(), present -> with(kept, "AQ=="));
        assertThatThrownBy(() -> registry.openSecrets(made.id())).isInstanceOf(StorageException.class);
    }

    private static SealedSecret with(SealedSecret kept, String text) {
        return new SealedSecret(kept.key(), kept.keyId(), text);
    }

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
    void a_mask_is_never_kept_as_a_value() {
        Connection made = create(registry, "user", TOKEN);

        for (String mask : List.of("*", "***", "******")) {
            assertThatThrownBy(() -> asking(EMPTY, new Secret("token", mask)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("'token'")
                    .hasMessageContaining("only stars");
        }
        Harbour.admin(registry).connections().update(made.id(), asking(new Secret("token", "***a")));
        assertThat(registry.openSecrets(made.id())).containsExactly(new Secret("token", "***a"));
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
