package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.network.Network;
import dev.wharf.http.network.Proxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that let nobody through, by real sockets: said of the proxy, in the same words for both kinds of addresses, and by the probe too. */
class ProxyRefusalsTest {
    private static final String PLAIN = "http://plain.example";
    private static final String SECURE = "https://secure.example";
    private static final String DIGEST = "HTTP/1.1 407 Proxy Authentication Required\r\n"
            + "Proxy-Authenticate: Digest realm=\"a, Basic b\", nonce=\"b\", qop = \"auth\"\r\nProxy-Authenticate: NTLM\r\n"
            + "Content-Length: 0\r\n\r\n";
    private static final String MANY_IN_ONE = "HTTP/1.1 407 Proxy Authentication Required\r\n"
            + "Proxy-Authenticate: Negotiate, NTLM, Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n";
    /** As tinyproxy answers a wrong password. */
    private static final String AS_A_SERVER = "HTTP/1.0 401 Unauthorized\r\n"
            + "WWW-Authenticate: Basic realm=\"Tinyproxy\"\r\nConnection: close\r\n\r\n<h1>401</h1>";

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, SECURE})
    void a_proxy_that_does_not_log_in_by_basic_is_told_with_what_it_wants(String url) throws Exception {
        assertRefused(
                DIGEST,
                "ada:hunter2@",
                url,
                "requires a login by digest or ntlm (HTTP 407). Wharf supports Basic only");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, SECURE})
    void a_proxy_that_offers_basic_among_others_is_told_the_password_only(String url) throws Exception {
        assertRefused(MANY_IN_ONE, "ada:hunter2@", url, "refuses the user and the password (HTTP 407)");
        assertRefused(MANY_IN_ONE, "", url, "requires a user and a password (HTTP 407)");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, SECURE})
    void a_proxy_that_answers_a_wrong_password_as_a_server_would_is_understood(String url) throws Exception {
        assertRefused(AS_A_SERVER, "ada:hunter2@", url, "refuses the user and the password (HTTP 401)");
    }

    @Test
    void a_tunnel_that_is_refused_as_a_server_would_wants_a_password() throws Exception {
        assertRefused(AS_A_SERVER, "", SECURE, "requires a user and a password (HTTP 401)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada:hunter2@ | Via: 1.1 squid                    | <h1>Log in</h1>",
                "ada:hunter2@ | Content-Type: application/json    | {\"code\":\"AuthFailed\",\"message\":\"The key is wrong\"}",
                "''           | WWW-Authenticate: Basic realm=\"a\" | <h1>Log in</h1>"
            })
    void what_the_registry_or_its_own_front_refuses_is_not_told_as_the_proxys(String user, String header, String body)
            throws Exception {
        String answer =
                "HTTP/1.1 401 Unauthorized\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (ScriptedProxy proxy = new ScriptedProxy(answer)) {
            assertThatThrownBy(() -> ask(PLAIN, "http://" + user + proxy.address()))
                    .isInstanceOf(NotAuthenticatedException.class)
                    .hasMessageNotContaining("The proxy")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void a_socks_proxy_that_wants_a_password_or_another_is_told_so() throws Exception {
        assertRefused(
                List.of("\u0005\u00ff"),
                "socks5://",
                "",
                SECURE,
                "requires a user and a password. Put them into its address: socks5://");
        assertRefused(
                List.of("\u0005\u0002", "\u0001\u0001"),
                "socks5://",
                "ada:hunter2@",
                SECURE,
                "refuses the user and the password");
    }

    @Test
    void a_socks_proxy_is_asked_for_the_hosts_name_and_not_for_its_address() throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy("\u0005\u0000", "\u0005\u0004\u0000\u0001\0\0\0\0\0\0")) {
            assertThatThrownBy(() -> ask(SECURE, "socks5://" + proxy.address()))
                    .isInstanceOf(UnavailableException.class);

            assertThat(proxy.heard()).hasSize(2).last().asString().contains("\u0003\u000esecure.example");
        }
    }

    @Test
    void whoever_is_interrupted_while_a_proxy_is_silent_goes_and_leaves_no_connection() throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (ScriptedProxy silent = new ScriptedProxy()) {
            Future<WharfException> failed = caller.submit(() -> failure(SECURE, "http://" + silent.address()));
            silent.awaitCaller();

            caller.shutdownNow();

            assertThat(failed.get()).isInstanceOf(UnavailableException.class).hasMessageContaining("interrupted");
            silent.awaitEnd();
        } finally {
            caller.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, SECURE})
    void connections_that_a_proxy_refused_are_closed_with_the_account(String url) throws Exception {
        String kept = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedProxy proxy = new ScriptedProxy(kept, "")) {
            for (int call = 0; call < 3; call++) {
                assertThat(failure(url, "http://" + proxy.address())).hasMessageContaining("HTTP 407");
                proxy.awaitEnd();
            }
        }
    }

    private static void assertRefused(String answer, String user, String url, String why) throws Exception {
        assertRefused(List.of(answer), "http://", user, url, why);
    }

    private static void assertRefused(List<String> answers, String scheme, String user, String url, String why)
            throws Exception {
        try (ScriptedProxy proxy = new ScriptedProxy(answers.toArray(String[]::new))) {
            String way = scheme + user + proxy.address();
            for (WharfException failure : List.of(failure(url, way), probed(url, way))) {
                assertThat(failure)
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageStartingWith("The proxy " + scheme + proxy.address() + " ")
                        .hasMessageContaining(why)
                        .hasMessageNotContaining("hunter2")
                        .as("a refusal, which is not tried again")
                        .hasCauseInstanceOf(RestFailure.class);
            }
        }
    }

    private static WharfException failure(String url, String proxy) {
        try {
            ask(url, proxy);
            throw new AssertionError("there is nobody behind the proxy");
        } catch (WharfException e) {
            return e;
        }
    }

    private static WharfException probed(String url, String proxy) {
        try {
            Probe.answers(URI.create(url), network(proxy), Duration.ofSeconds(20));
            throw new AssertionError("there is nobody behind the proxy");
        } catch (WharfException e) {
            return e;
        }
    }

    private static void ask(String url, String proxy) {
        try (HttpAccount account =
                HttpAccount.connect(HttpAccountSettings.of(URI.create(url), new Credentials("key", "secret"))
                        .withReadTimeout(Duration.ofSeconds(20))
                        .withNetwork(network(proxy)))) {
            account.info();
        }
    }

    private static Network network(String proxy) {
        return Network.PLAIN.withProxies(Proxies.of(proxy, "--proxy", Map.of()));
    }
}
