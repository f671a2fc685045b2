package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/**
 * How an account reaches a connection's source. Read back, a null component is one the account does not tell; asked for, it is not
 * asked for and stays as it is. The values are the account's own; Wharf passes them on unchanged.
 *
 * @param method the REST API's {@code networking_method}, such as {@code Directly} or {@code ProxyAgent}
 * @param proxyAgentId the proxy agent that is gone through
 * @param privateLinkId the private link that is gone through
 * @param hybridDeploymentAgentId the agent that runs the connection on premises
 */
public record Networking(
        @Nullable String method,
        @Nullable String proxyAgentId,
        @Nullable String privateLinkId,
        @Nullable String hybridDeploymentAgentId) {
    /** Says nothing. */
    public static final Networking UNSTATED = new Networking(null, null, null, null);

    /** The method that goes through nothing. */
    public static final String DIRECTLY = "Directly";

    /**
     * This, changed by what is asked for. To ask for {@link #DIRECTLY} lets go of a proxy agent and a private link.
     *
     * @param asked what is asked for
     * @return what is asked for where something is, else this
     */
    public Networking changedBy(Networking asked) {
        boolean direct = DIRECTLY.equals(asked.method);
        return new Networking(
                asked.method == null ? method : asked.method,
                asked.proxyAgentId == null && !direct ? proxyAgentId : asked.proxyAgentId,
                asked.privateLinkId == null && !direct ? privateLinkId : asked.privateLinkId,
                asked.hybridDeploymentAgentId == null ? hybridDeploymentAgentId : asked.hybridDeploymentAgentId);
    }
}
