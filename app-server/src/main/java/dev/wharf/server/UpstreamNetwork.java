package dev.wharf.server;

import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.Network;
import dev.wharf.http.network.Proxies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the network is between a gateway and its account: as the settings say, else as the environment does. A proxy's address may hold a
 * password, so it is not among {@link UpstreamSettings}, and nothing prints it.
 */
final class UpstreamNetwork {
    static final String PROXY = "wharf.upstream.proxy";
    static final String CA_FILE = "wharf.upstream.ca-file";

    private UpstreamNetwork() {}

    static Network of(@Nullable String proxy, @Nullable String caFile, Map<String, String> environment) {
        Network network = Network.ofEnvironment(environment);
        if (proxy != null && !proxy.isBlank()) {
            network = network.withProxies(Proxies.of(proxy, PROXY, environment));
        }
        return caFile == null || caFile.isBlank() ? network : network.withAuthorities(Authorities.of(caFile, CA_FILE));
    }
}
