package dev.wharf.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an account reaches a connection's source. Read back, a null component is one the account does not tell; asked for, it is not
 * asked for and stays as it is. The values are the account's own; Wharf passes them on unchanged.
 *
 * @param method the REST API's {@code networking_method}, such as {@code Directly} or {@code ProxyAgent}
 * @param proxyAgentId the proxy agent that is gone through
 * @param privateLinkId the private link that is gone through
 * @param hybridDeploymentAgentId the agent that runs the connection on premises
 * @param proxyHostKey the configuration key that holds the hosts which the proxy agent leads to (the REST API's
 *     {@code config.proxy_host_config_key})
 */
public record Networking(
        @Nullable String method,
        @Nullable String proxyAgentId,
        @Nullable String privateLinkId,
        @Nullable String hybridDeploymentAgentId,
        @Nullable String proxyHostKey) {
    /** Says nothing. */
    public static final Networking UNSTATED = new Networking(null, null, null, null, null);

    /** The method that goes through nothing. */
    public static final String DIRECTLY = "Directly";

    /** The method that goes through a proxy agent. */
    public static final String PROXY_AGENT = "ProxyAgent";

    /**
     * A way to the source that names no configuration key.
     *
     * @param method the method
     * @param proxyAgentId the proxy agent that is gone through
     * @param privateLinkId the private link that is gone through
     * @param hybridDeploymentAgentId the agent that runs the connection on premises
     */
    public Networking(
            @Nullable String method,
            @Nullable String proxyAgentId,
            @Nullable String privateLinkId,
            @Nullable String hybridDeploymentAgentId) {
        this(method, proxyAgentId, privateLinkId, hybridDeploymentAgentId, null);
    }

    /**
     * This, changed by what is asked for. To ask for {@link #DIRECTLY} lets go of a proxy agent, its key and a private link.
     *
     * @param asked what is asked for; an empty text lets go of what was there
     * @param cleared names of the REST API's that are to be as if they were never asked for
     * @return what is asked for where something is, else this
     */
    public Networking changedBy(Networking asked, Set<String> cleared) {
        boolean direct = DIRECTLY.equals(asked.method);
        return new Networking(
                Asked.text(asked.method, method, cleared.contains("networking_method")),
                Asked.text(asked.proxyAgentId, proxyAgentId, direct || cleared.contains("proxy_agent_id")),
                Asked.text(asked.privateLinkId, privateLinkId, direct || cleared.contains("private_link_id")),
                Asked.text(
                        asked.hybridDeploymentAgentId,
                        hybridDeploymentAgentId,
                        cleared.contains("hybrid_deployment_agent_id")),
                Asked.text(
                        asked.proxyHostKey, proxyHostKey, direct || cleared.contains("config.proxy_host_config_key")));
    }
}
