package dev.wharf.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final String API = "https://api.example.com";

    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https://a.example",
        "https_proxy, https://a.example",
        "HTTP_PROXY, http://a.example",
        "http_proxy, http://a.example",
        "ALL_PROXY, https://a.example",
        "all_proxy, http://a.example"
    })
    void each_variable_is_taken_in_both_cases(String variable, String url) {
        environment.put(variable, "http://proxy.example:3128");

        assertThat(way(url).origin()).isEqualTo(variable);
        assertThat(proxyTo(url)).isEqualTo("http://proxy.example:3128");
    }

    @Test
    void the_schemes_own_variable_comes_first_and_does_not_count_for_the_other_scheme() {
        environment.put("HTTP_PROXY", "http://plain.example:1");
        environment.put("ALL_PROXY", "http://all.example:2");
        environment.put("HTTPS_PROXY", "");

        assertThat(proxyTo("http://a.example")).isEqualTo("http://plain.example:1");
        assertThat(proxyTo("https://a.example")).isEqualTo("http://all.example:2");
        environment.remove("ALL_PROXY");
        assertThat(proxyTo("https://a.example")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, http://proxy.example:80",
        "proxy.example:3128/, http://proxy.example:3128",
        "HTTPS://proxy.example, https://proxy.example:443",
        "socks5h://10.0.0.1, socks5://10.0.0.1:1080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void an_address_is_read_as_people_write_it(String text, String address) {
        assertThat(ForwardProxy.parse(text, "X").address()).isEqualTo(address);
    }

    @Test
    void user_and_password_are_decoded_and_never_printed() {
        ForwardProxy proxy = ForwardProxy.parse("http://ad%61:p%40ss:w%C3%B6rd@host@proxy.example:1", "X");

        assertThat(proxy.user()).isEqualTo("ada");
        assertThat(proxy.password()).isEqualTo("p@ss:wörd@host");
        assertThat(proxy.toString()).isEqualTo("http://proxy.example:1, with user and password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://user:hunter2@",
                "http://user:hunter2@proxy.example:99999",
                "http://user:hunter2@proxy.example:x",
                "http://user:hunter2%@proxy.example:1",
                "http://user:hunter2%zz@proxy.example:1",
                "http://user:hunter2%0a@proxy.example:1",
                "http://proxy.example/hunter2",
                "http://user:hunter2@ proxy.example"
            })
    void what_is_no_address_is_refused_by_the_name_of_its_variable(String text) {
        environment.put("HTTPS_PROXY", text);

        assertThatThrownBy(() -> way(API))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_protocol_that_is_not_spoken_is_named() {
        assertThatThrownBy(() -> ForwardProxy.parse("socks4://user:hunter2@proxy.example", "ALL_PROXY"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALL_PROXY")
                .hasMessageContaining("socks4://")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                        | https://api.example.com",
                "example.com              | https://api.example.com",
                "EXAMPLE.com              | https://API.Example.com",
                "example.com              | https://example.com",
                ".example.com             | https://api.example.com",
                "*.example.com            | https://api.example.com",
                "a, b  example.com        | https://api.example.com",
                "example.com:443          | https://api.example.com",
                "example.com:8443         | https://api.example.com:8443",
                "api.example.com.         | https://api.example.com",
                "10.1.2.3                 | http://10.1.2.3:8080",
                "10.0.0.0/8               | http://10.1.2.3",
                "10.1.2.3:8080            | http://10.1.2.3:8080",
                "fd00::/8                 | http://[fd12::1]",
                "[fd12::1]:81             | http://[fd12::1]:81",
                "[fd12::1]                | http://[fd12::1]:81",
                "[fd00::]/8               | http://[fd12::1]:81",
                "::ffff:10.0.0.1          | http://10.0.0.1",
                "corp:8080                | http://a.corp:8080",
                ".corp                    | http://corp",
                "fd12::1                  | http://[fd12:0::1]"
            })
    void what_is_listed_is_reached_without(String list, String url) {
        environment.put("ALL_PROXY", "http://proxy.example:3128");
        environment.put("NO_PROXY", list);

        assertThat(way(url)).isEqualTo(new Way(null, "NO_PROXY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ample.com                | https://api.example.com",
                "example.com:8443         | https://api.example.com",
                "api.example.com          | https://example.com",
                "10.0.0.0/16              | http://10.1.2.3",
                "10.0.0.0/99              | http://10.1.2.3",
                "10.1.2.3                 | http://110.1.2.3",
                "0.0.0.0/0                | https://api.example.com",
                "corp:8080                | http://a.corp",
                "https://api.example.com/ | https://api.example.com",
                "fd00::/8                 | http://[fe12::1]",
                "api.*                    | https://api.example.com",
                ", .                      | https://api.example.com"
            })
    void what_is_not_listed_is_not(String list, String url) {
        environment.put("ALL_PROXY", "http://proxy.example:3128");
        environment.put("no_proxy", list);

        assertThat(proxyTo(url)).isEqualTo("http://proxy.example:3128");
    }

    @Test
    void small_letters_come_first_and_an_empty_variable_is_as_one_that_is_not_set() {
        environment.put("HTTPS_PROXY", "http://capitals.example:1");
        environment.put("https_proxy", "http://small.example:2");
        environment.put("NO_PROXY", "api.example.com");
        environment.put("no_proxy", "other.example");

        assertThat(proxyTo(API)).isEqualTo("http://small.example:2");
        environment.put("no_proxy", "  ");
        assertThat(way(API)).isEqualTo(new Way(null, "NO_PROXY"));
        environment.put("NO_PROXY", "");
        environment.put("https_proxy", "");
        assertThat(proxyTo(API)).isEqualTo("http://capitals.example:1");
    }

    @Test
    void nothing_prints_a_password_that_a_variable_holds() {
        environment.put("HTTPS_PROXY", "http://ada:hunter2@proxy.example:1");

        assertThat(Proxies.Variable.find(environment, "HTTPS_PROXY")).hasToString("HTTPS_PROXY");
        assertThat(Proxies.ofEnvironment(environment).toString() + way(API)).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "https://127.0.0.1", "http://[::1]:80", "http://127.9.9.9"})
    void the_environments_proxy_never_leads_to_this_machine_but_one_that_was_named_for_it_does(String url) {
        environment.put("ALL_PROXY", "http://proxy.example:3128");

        assertThat(way(url)).isEqualTo(Way.DIRECT);
        assertThat(Proxies.of("http://other.example:1", "--proxy", environment)
                        .to(URI.create(url))
                        .origin())
                .isEqualTo("--proxy");
    }

    @Test
    void a_setting_comes_before_the_environment_but_for_its_exceptions() {
        environment.put("HTTPS_PROXY", "http://proxy.example:3128");
        environment.put("NO_PROXY", "inner.example");
        Proxies named = Proxies.of("other.example:1", "--proxy", environment);

        assertThat(named.to(URI.create(API)).proxy()).hasToString("http://other.example:1");
        assertThat(named.to(URI.create("https://inner.example"))).isEqualTo(new Way(null, "NO_PROXY"));
        assertThat(Proxies.of("None", "--proxy", environment).to(URI.create(API)))
                .isEqualTo(new Way(null, "--proxy"));
    }

    @Test
    void javas_own_properties_count_where_nothing_else_is_set() {
        System.setProperty("https.proxyHost", "java.example");
        System.setProperty("https.proxyPort", "8888");
        System.setProperty("http.nonProxyHosts", "*.inner.example");
        try {
            assertThat(proxyTo(API)).isEqualTo("http://java.example:8888");
            assertThat(proxyTo("https://a.inner.example")).isNull();
            environment.put("HTTPS_PROXY", "http://proxy.example:3128");
            assertThat(proxyTo(API)).isEqualTo("http://proxy.example:3128");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private Way way(String url) {
        return Proxies.ofEnvironment(environment).to(URI.create(url));
    }

    private @Nullable String proxyTo(String url) {
        ForwardProxy proxy = way(url).proxy();
        return proxy == null ? null : proxy.address();
    }
}
