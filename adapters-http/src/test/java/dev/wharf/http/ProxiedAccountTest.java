package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.WharfException;
import dev.wharf.port.ArchiveSource;
import org.junit.jupiter.api.Test;

/** A real proxy between real sockets. The hosts behind it have names that only it knows. */
class ProxiedAccountTest extends BehindProxy {
    @Test
    void an_http_address_is_asked_for_whole_and_the_proxys_password_is_for_the_proxy_only() {
        try (HttpAccount account = connect("http://" + PLAIN, "ada:p%40ss@" + proxy.address())) {
            assertThat(account.info().accountName()).isEqualTo("Tides");
            assertThat(account.info().accountName()).isEqualTo("Tides");
        }
        assertThat(proxy.asked()).hasSize(2).containsOnly("GET http://" + PLAIN + "/v1/account/info HTTP/1.1");
        assertThat(service.getAllServeEvents()).allSatisfy(event -> {
            assertThat(event.getRequest().getHeader("Host")).isEqualTo(PLAIN);
            assertThat(event.getRequest().getHeader("Authorization")).startsWith("Basic ");
            assertThat(event.getRequest().containsHeader("Proxy-Authorization")).isFalse();
        });
    }

    @Test
    void an_https_address_is_reached_through_a_tunnel_and_trusted_by_the_companys_authority() {
        try (HttpAccount account = connect("https://" + SECURE, "ada:p%40ss@" + proxy.address())) {
            assertThat(account.info().accountName()).isEqualTo("Tides");
        }
        assertThat(proxy.asked()).containsExactly("CONNECT " + SECURE + ":443 HTTP/1.1");
        assertThat(service.getAllServeEvents()).singleElement().satisfies(event -> assertThat(
                        event.getRequest().containsHeader("Proxy-Authorization"))
                .isFalse());
    }

    @Test
    void an_archive_is_sent_by_both_ways() {
        for (String url : new String[] {"http://" + PLAIN, "https://" + SECURE}) {
            service.resetRequests();
            try (HttpAccount account = connect(url, "ada:p%40ss@" + proxy.address())) {
                assertThatThrownBy(() -> account.packages().create(ArchiveSource.of(new byte[300_000])))
                        .isInstanceOf(WharfException.class);
            }
            assertThat(service.getAllServeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getRequest().getBody()).hasSizeGreaterThan(300_000));
        }
    }
}
