package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Connection connection(String destination, String name, List<String> keys) {
        return new Connection(
                new ConnectionId("c"),
                new DestinationId(destination),
                new ConnectionName(name),
                null,
                null,
                false,
                null,
                null,
                Networking.UNSTATED,
                keys,
                List.of(),
                null,
                NOON);
    }

    @Test
    void a_filter_accepts_what_meets_all_its_conditions() {
        Connection connection = connection("lake", "orders", List.of());
        DestinationId lake = new DestinationId("lake");
        ConnectionName orders = new ConnectionName("orders");

        assertThat(ConnectionFilter.ALL.accepts(connection)).isTrue();
        assertThat(new ConnectionFilter(lake, orders).accepts(connection)).isTrue();
        assertThat(new ConnectionFilter(lake, new ConnectionName("users")).accepts(connection))
                .isFalse();
        assertThat(new ConnectionFilter(new DestinationId("Lake"), orders).accepts(connection))
                .isFalse();
    }

    @Test
    void a_connection_does_not_change_with_the_list_it_was_made_of() {
        List<String> keys = new ArrayList<>(List.of("token"));
        Connection connection = connection("lake", "orders", keys);

        keys.clear();

        assertThat(connection.secretKeys()).containsExactly("token");
    }

    @Test
    void a_package_is_bound_while_it_has_a_connection() {
        assertThat(connectorPackage(null).isBound()).isFalse();
        assertThat(connectorPackage("c").isBound()).isTrue();
    }

    private static ConnectorPackage connectorPackage(@Nullable String connection) {
        return new ConnectorPackage(
                new PackageId("p"),
                connection == null ? null : new ConnectionId(connection),
                new UserId("alice"),
                new UserId("alice"),
                NOON,
                NOON,
                null);
    }

    @Test
    void a_key_never_prints_its_hash() {
        ApiKey key =
                new ApiKey("id", "hmac-sha256:salt:hash", new Principal(new UserId("alice"), Role.ADMIN), NOON, null);

        assertThat(key.toString()).contains("id", "alice").doesNotContain("hmac", "salt", "hash");
    }

    @Test
    void roles_are_ordered_by_what_they_may_do() {
        assertThat(Role.values()).containsExactly(Role.READER, Role.MEMBER, Role.ADMIN);
    }
}
