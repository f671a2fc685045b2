package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.StorageException;
import dev.wharf.gateway.Harbour;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.port.SealingKeys;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Configuration values are kept so that only whoever has the key reads them. */
class SecretsTest extends SealingRegistry {
    private static final Secret EMPTY = new Secret("empty", "");

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
                    .hasMessageContaining("was changed in the catalog");
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
}
