package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a catalog must do with sealed configurations. Needs destinations and connections. */
public interface SecretRecordsContract extends CatalogFixture {
    Connection ONE = connection("one", null);
    Connection TWO = connection("two", null);
    SealedSecret FIRST = new SealedSecret("zeta", "key-a", "c2VhbGVk");
    SealedSecret SECOND = new SealedSecret("alpha\n\0\\ключ", "key-b", "YW5vdGhlcg==");

    private void connections() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            change.connections().insert(ONE, true);
            return change.connections().insert(TWO, true);
        });
    }

    private void replace(ConnectionId id, List<SealedSecret> secrets) {
        catalog().change(change -> {
            change.secrets().replace(id, secrets);
            return id;
        });
    }

    private Set<String> keys() {
        return catalog().change(change -> change.secrets().sealingKeys());
    }

    @Test
    default void sealed_secrets_come_back_as_they_were_put_in_and_in_order() {
        connections();

        replace(ONE.id(), List.of(FIRST, SECOND));

        assertThat(catalog().secrets().list(ONE.id())).containsExactly(FIRST, SECOND);
        assertThat(reopened().secrets().list(ONE.id())).containsExactly(FIRST, SECOND);
        assertThat(catalog().secrets().list(TWO.id())).isEmpty();
        assertThat(catalog().secrets().list(new ConnectionId("never_was"))).isEmpty();
    }

    @Test
    default void new_sealed_secrets_replace_all_old_ones_of_that_connection_alone() {
        connections();
        replace(ONE.id(), List.of(FIRST, SECOND));
        replace(TWO.id(), List.of(SECOND));

        replace(ONE.id(), List.of(SECOND));

        assertThat(catalog().secrets().list(ONE.id())).containsExactly(SECOND);
        assertThat(catalog().secrets().list(TWO.id())).containsExactly(SECOND);

        replace(ONE.id(), List.of());

        assertThat(catalog().secrets().list(ONE.id())).isEmpty();
    }

    @Test
    default void sealed_secrets_are_gone_with_their_connection() {
        connections();
        replace(ONE.id(), List.of(FIRST));

        catalog().change(change -> {
            change.connections().delete(ONE.id());
            return change.connections().insert(ONE, true);
        });

        assertThat(catalog().secrets().list(ONE.id())).isEmpty();
    }

    @Test
    default void a_change_that_fails_leaves_sealed_secrets_as_they_were() {
        connections();
        replace(ONE.id(), List.of(FIRST));

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.secrets().replace(ONE.id(), List.of(SECOND));
                    assertThat(change.secrets().list(ONE.id())).containsExactly(SECOND);
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(catalog().secrets().list(ONE.id())).containsExactly(FIRST);
    }

    @Test
    default void a_change_sees_which_keys_are_in_use() {
        connections();
        replace(ONE.id(), List.of(FIRST, SECOND));
        replace(TWO.id(), List.of(SECOND));

        assertThat(keys()).containsExactlyInAnyOrder("key-a", "key-b");

        replace(ONE.id(), List.of());

        assertThat(keys()).containsExactly("key-b");
    }
}
