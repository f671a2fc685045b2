package dev.wharf.http.network;

import java.util.Map;

/**
 * How the network is.
 *
 * @param proxies which proxy leads to an address
 * @param authorities who is trusted besides Java's own authorities
 */
public record Network(Proxies proxies, Authorities authorities) {
    /** No proxy, and Java's own authorities only. */
    public static final Network PLAIN = new Network(Proxies.NONE, Authorities.NONE);

    /**
     * What an environment says.
     *
     * @param environment its variables
     * @return the network, of which nothing is looked up before it is needed
     */
    public static Network ofEnvironment(Map<String, String> environment) {
        return new Network(Proxies.ofEnvironment(environment), Authorities.ofEnvironment(environment));
    }

    /**
     * The same with other proxies.
     *
     * @param others the proxies
     * @return the network
     */
    public Network withProxies(Proxies others) {
        return new Network(others, authorities);
    }

    /**
     * The same with other authorities.
     *
     * @param others the authorities
     * @return the network
     */
    public Network withAuthorities(Authorities others) {
        return new Network(proxies, others);
    }
}
