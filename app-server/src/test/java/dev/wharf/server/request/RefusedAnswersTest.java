package dev.wharf.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedAnswersTest {
    private final RefusedAnswers answers = new RefusedAnswers();

    @Test
    void the_first_mistakes_are_free_and_then_each_waits_longer_up_to_a_bound() {
        for (int i = 0; i < 3; i++) {
            assertThat(next("192.0.2.1")).isZero();
        }
        Duration fourth = next("192.0.2.1");
        Duration fifth = next("192.0.2.1");
        assertThat(fourth).isPositive();
        assertThat(fifth).isGreaterThan(fourth);
        for (int i = 0; i < 100; i++) {
            assertThat(next("192.0.2.1")).isLessThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void addresses_do_not_pay_for_each_other() {
        for (int i = 0; i < 10; i++) {
            next("192.0.2.1");
        }
        assertThat(next("192.0.2.2")).isZero();
    }

    @Test
    void few_answers_to_one_address_wait_at_once() {
        for (int i = 0; i < RefusedAnswers.MOST_WAITING; i++) {
            assertThat(answers.refused("192.0.2.1")).isNotNull();
        }
        assertThat(answers.refused("192.0.2.1")).isNull();
        assertThat(answers.refused("192.0.2.2")).isNotNull();

        answers.sent("192.0.2.1");
        assertThat(answers.refused("192.0.2.1")).isNotNull();
    }

    @Test
    void all_of_an_ipv6_network_are_one_address() throws UnknownHostException {
        String one = CallerAddress.of(new InetSocketAddress(InetAddress.getByName("2001:db8:1:2::1"), 1));
        String other = CallerAddress.of(new InetSocketAddress(InetAddress.getByName("2001:db8:1:2:ffff::9"), 2));
        String elsewhere = CallerAddress.of(new InetSocketAddress(InetAddress.getByName("2001:db8:1:3::1"), 1));

        assertThat(one).isEqualTo(other).isNotEqualTo(elsewhere);
    }

    private Duration next(String address) {
        Duration wait = answers.refused(address);
        answers.sent(address);
        assertThat(wait).isNotNull();
        return wait;
    }
}
