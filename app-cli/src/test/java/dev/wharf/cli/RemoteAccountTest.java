package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;

/** Against a server that answers what the test says, and remembers with which credentials it was asked. */
class RemoteAccountTest extends RemoteServer {
    @Test
    void a_gateway_is_asked_for_news_and_what_it_remembers_instead_is_said_to_be_old() {
        shell.environment.put("WHARF_API_KEY", JOINED);
        headers.put("Warning", "111 wharf \"Revalidation Failed\"");
        headers.put("Age", "10800");

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isZero();
        assertThat(cacheControls).containsExactly("max-age=0");
        assertThat(outcome.err()).contains("Warning: ").contains("3 hours old");
    }

    @Test
    void a_refusal_has_the_status_and_the_code_of_the_answer() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 401;
        body = "{\"code\":\"AuthFailed\",\"message\":\"Wrong \\u001b[31mkey\"}";

        Outcome json = shell.run("packages", "list", "-o", "json");
        assertThat(json.code()).isEqualTo(6);
        assertThat(json.err()).contains("\"status\": 401", "\"code\": \"AuthFailed\"");

        Outcome table = shell.run("packages", "list");
        assertThat(table.err()).contains("Wrong \\u001b[31mkey").doesNotContain("\u001b");
        assertThat(table.err() + json.err()).doesNotContain(JOINED, "the_secret");
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        server.stop(0);

        assertThat(shell.run("packages", "list").code()).isEqualTo(7);
        Outcome doctor = shell.run("doctor");
        assertThat(doctor.code()).isEqualTo(7);
        assertThat(doctor.out()).contains("failed").contains("cannot be reached");
    }

    @Test
    void a_server_that_stays_away_is_asked_again_and_then_unavailable() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 503;
        body = "<html>Service unavailable</html>";

        Outcome quiet = shell.run("packages", "list");
        assertThat(quiet.code()).isEqualTo(7);
        assertThat(authorizations).hasSize(5);
        assertThat(quiet.err()).doesNotContain("Attempt").contains("503");

        Outcome verbose = shell.run("packages", "list", "-v");
        assertThat(verbose.code()).isEqualTo(7);
        assertThat(verbose.err()).contains("Attempt 1 to list packages failed", "Gave up to list packages");
    }

    @Test
    void a_storm_of_refusals_ends_as_rate_limited() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);
        status = 429;
        body = "{\"code\":\"TooManyRequests\",\"message\":\"Slow down\"}";

        Outcome outcome = shell.run("packages", "list");

        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.err()).contains("Slow down");
    }

    @Test
    void an_address_that_is_none_and_a_time_that_is_none_are_mistakes_in_the_use() {
        shell.environment.put("FIVETRAN_API_KEY", JOINED);

        assertThat(shell.run("packages", "list", "--api-url", "ftp://x").code()).isEqualTo(2);
        assertThat(shell.run("packages", "list", "--api-url", "not a url").code())
                .isEqualTo(2);
        assertThat(shell.run("packages", "list", "--timeout", "soon").code()).isEqualTo(2);
        assertThat(shell.run("packages", "list", "--timeout", "2m").code()).isZero();
        assertThat(shell.run("packages", "list", "--local", "--api-url", "http://x")
                        .code())
                .isEqualTo(2);
    }
}
