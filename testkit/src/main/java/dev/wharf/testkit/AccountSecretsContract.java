package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.connections;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Secret;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface AccountSecretsContract extends AccountFixture {
    @Test
    default void of_secrets_only_the_keys_read_back() {
        Connection made = connectionWith(List.of(new Secret("token", "s3cr3t-value"), new Secret("user", "")));

        assertThat(made.secretKeys()).containsExactlyInAnyOrder("token", "user");
        assertThat(admin().connections().retrieve(made.id()).secretKeys()).containsExactlyInAnyOrder("token", "user");
        assertThat(made.toString() + connections(admin())).doesNotContain("s3cr3t-value");
    }

    @Test
    default void new_secrets_replace_all_old_ones() {
        Connection made = connectionWith(List.of(new Secret("old", "1"), new Secret("older", "2")));

        Connection updated = admin().connections().update(made.id(), asking(List.of(new Secret("new", "3"))));

        assertThat(updated.secretKeys()).containsExactly("new");
        assertThat(admin().connections().retrieve(made.id()).secretKeys()).containsExactly("new");
    }

    @Test
    default void an_empty_list_of_secrets_removes_them_and_none_at_all_keeps_them() {
        Connection made = connectionWith(List.of(new Secret("token", "1")));

        Connection kept = admin().connections().update(made.id(), ConnectionSettings.NONE.withPaused(true));
        assertThat(kept.secretKeys()).containsExactly("token");

        Connection emptied = admin().connections().update(made.id(), asking(List.of()));
        assertThat(emptied.secretKeys()).isEmpty();
    }

    @Test
    default void a_connection_takes_as_many_secrets_as_are_allowed() {
        List<Secret> secrets = IntStream.range(0, ConnectionSettings.MAX_SECRETS)
                .mapToObj(i -> new Secret("key" + i, "value"))
                .toList();

        assertThat(connectionWith(secrets).secretKeys()).hasSize(ConnectionSettings.MAX_SECRETS);
    }

    private Connection connectionWith(List<Secret> secrets) {
        return admin().connections().create(wanted(destination(admin(), "Warehouse"), "user", asking(secrets)));
    }

    private static ConnectionSettings asking(List<Secret> secrets) {
        return ConnectionSettings.NONE.withSecrets(secrets);
    }
}
