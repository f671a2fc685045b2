package dev.wharf.http;

import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.ForwardProxy;
import dev.wharf.http.network.Network;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a registry is reached.
 *
 * @param url where it is
 * @param proxy the proxy that leads there; null for none
 * @param authorities who is trusted there besides Java's own authorities
 */
record Route(URI url, @Nullable ForwardProxy proxy, Authorities authorities) {
    static Route to(URI url, Network network) {
        return new Route(url, network.proxies().to(url).proxy(), network.authorities());
    }

    String host() {
        return url.getHost();
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Whether the proxy is told each whole request, and opens none of its own accord: so it is for http addresses. */
    boolean isForwarded() {
        return proxy != null && proxy.protocol() != ForwardProxy.Protocol.SOCKS5 && !isTls();
    }

    /** The host, and the proxy if there is one, as the subject of a sentence. */
    String subject() {
        return proxy == null ? host() : host() + ", reached through the proxy " + proxy.address() + ",";
    }
}
