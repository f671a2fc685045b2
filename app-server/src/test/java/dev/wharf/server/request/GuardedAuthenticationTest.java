package dev.wharf.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardedAuthenticationTest {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";
    private static final BasicCredentials ANN = new BasicCredentials("ann", "right");
    private static final Principal PRINCIPAL = new Principal(new UserId("ann"), Role.MEMBER);
    private static final int FREE = Guesses.BURST + Guesses.RESERVE;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final GuardedAuthentication authentication = new GuardedAuthentication(this::look, now::get);

    private Principal look(String key, String secret) {
        looks.incrementAndGet();
        if (!key.equals(ANN.key()) || !secret.equals(ANN.secret())) {
            throw new NotAuthenticatedException("wrong", null);
        }
        return PRINCIPAL;
    }

    @Test
    void of_many_guesses_at_one_key_few_are_looked_at_and_then_one_every_two_seconds() {
        guess(HERE, "ann", 100_000);
        assertThat(looks).hasValue(FREE);

        for (int second = 1; second <= 60; second++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            guess(HERE, "ann", 100);
        }
        assertThat(looks).hasValue(FREE + 30);
    }

    @Test
    void good_credentials_between_guesses_reset_nothing() {
        for (int i = 0; i < 1_000; i++) {
            guess(HERE, "bob", 1);
            assertThat(authentication.authenticate(HERE, ANN)).isEqualTo(PRINCIPAL);
        }
        assertThat(looks).hasValue(FREE + 1_000);
    }

    @Test
    void guesses_from_many_addresses_at_one_key_share_what_is_common_and_have_few_of_their_own() {
        for (int address = 0; address < 100; address++) {
            guess("198.51.100." + address, "ann", 50);
        }
        assertThat(looks).hasValue(Guesses.BURST + 100 * Guesses.RESERVE);
    }

    @Test
    void many_at_once_are_no_way_round_it() {
        IntStream.range(0, 1_000).parallel().forEach(i -> guess(HERE, "ann", 1));

        assertThat(looks).hasValue(FREE);
    }

    @Test
    void the_owner_of_a_key_is_let_in_while_others_guess_at_it() {
        guess(THERE, "ann", 1_000);

        assertThat(authentication.authenticate(HERE, ANN)).isEqualTo(PRINCIPAL);
    }

    @Test
    void who_shares_an_address_with_a_guesser_is_let_in_at_the_first_time_and_ever_after() {
        guess(HERE, "bob", 1_000);
        assertThat(authentication.authenticate(HERE, ANN)).isEqualTo(PRINCIPAL);
        guess(HERE, "ann", 1_000);

        assertThat(authentication.authenticate(HERE, ANN)).isEqualTo(PRINCIPAL);
    }

    @Test
    void many_good_ones_at_once_are_all_let_in() {
        IntStream.range(0, 500).parallel().forEach(i -> assertThat(authentication.authenticate(HERE, ANN))
                .isEqualTo(PRINCIPAL));
    }

    @Test
    void a_failure_of_the_catalog_is_no_guess() {
        AtomicInteger calls = new AtomicInteger();
        GuardedAuthentication broken = new GuardedAuthentication(
                (key, secret) -> {
                    if (calls.incrementAndGet() <= 100) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return PRINCIPAL;
                },
                now::get);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> broken.authenticate(HERE, ANN)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(broken.authenticate(HERE, ANN)).isEqualTo(PRINCIPAL);
    }

    private void guess(String address, String key, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> authentication.authenticate(address, new BasicCredentials(key, "guess")))
                    .isInstanceOfAny(NotAuthenticatedException.class, RateLimitedException.class);
        }
    }
}
