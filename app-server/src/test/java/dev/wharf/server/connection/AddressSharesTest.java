package dev.wharf.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** How many connections each address has. */
class AddressSharesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AddressShares shares = new AddressShares(2, meters);

    @Test
    void an_address_that_has_its_share_takes_nothing_from_others() {
        assertThat(shares.take("one")).isTrue();
        assertThat(shares.take("one")).isTrue();
        assertThat(shares.take("one")).isFalse();

        assertThat(shares.take("other")).isTrue();
        assertThat(meters.counter("wharf.connections.refused").count()).isEqualTo(1);
    }

    @Test
    void what_is_gone_makes_room_and_what_was_refused_does_not() {
        shares.take("one");
        shares.take("one");
        shares.take("one");

        shares.giveBack("one");

        assertThat(shares.take("one")).isTrue();
        assertThat(shares.take("one")).isFalse();
    }
}
