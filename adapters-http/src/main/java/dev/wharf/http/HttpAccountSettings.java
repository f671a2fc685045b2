package dev.wharf.http;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.network.Network;
import dev.wharf.http.told.Services;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where an account is and how to talk to it.
 *
 * @param url the base of the API, such as {@code https://api.fivetran.com}; a path is kept, without its last slash
 * @param credentials what opens the account
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait while nothing arrives and, of an upload, nothing is taken from its archive
 * @param renewing whether a gateway in between is to ask the account for every answer, and may answer what it remembers only when
 *     the account cannot be asked ({@code Cache-Control: max-age=0})
 * @param network which proxy leads there, and who is trusted there besides Java's own authorities
 * @param services of which services connections are told
 */
public record HttpAccountSettings(
        URI url,
        Credentials credentials,
        Duration connectTimeout,
        Duration readTimeout,
        boolean renewing,
        Network network,
        Services services) {
    /** The vendor's service. */
    public static final URI VENDOR = URI.create("https://api.fivetran.com");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Checks the address.
     *
     * @throws InvalidRequestException if it is not an http or https address of a host, or holds credentials or a query
     */
    public HttpAccountSettings {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new InvalidRequestException("The API's URL must begin with https:// or http:// and name a host.");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new InvalidRequestException(
                    "The API's URL must not hold credentials, a query or a fragment.", "Give credentials separately.");
        }
    }

    /**
     * An account with time-outs that suit most: 10 seconds to connect, 60 without a byte; through the proxy, and with the certificates,
     * that the environment of this process names ({@link Network#ofEnvironment}).
     *
     * @param url the base of the API
     * @param credentials what opens the account
     * @return the settings
     */
    public static HttpAccountSettings of(URI url, Credentials credentials) {
        return new HttpAccountSettings(
                url,
                credentials,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                false,
                Network.ofEnvironment(System.getenv()),
                Services.CONNECTOR_SDK);
    }

    /**
     * The same settings with another patience.
     *
     * @param timeout how long to wait while nothing arrives
     * @return the settings
     */
    public HttpAccountSettings withReadTimeout(Duration timeout) {
        return new HttpAccountSettings(url, credentials, connectTimeout, timeout, renewing, network, services);
    }

    /**
     * The same settings, for somebody who wants to know how things are now.
     *
     * @return settings by which every answer is renewed where it can be
     */
    public HttpAccountSettings asRenewing() {
        return new HttpAccountSettings(url, credentials, connectTimeout, readTimeout, true, network, services);
    }

    /**
     * The same settings on another network.
     *
     * @param other how the network is
     * @return the settings
     */
    public HttpAccountSettings withNetwork(Network other) {
        return new HttpAccountSettings(url, credentials, connectTimeout, readTimeout, renewing, other, services);
    }

    /**
     * The same settings for connections of other services.
     *
     * @param wanted of which services connections are told
     * @return the settings
     */
    public HttpAccountSettings withServices(Services wanted) {
        return new HttpAccountSettings(url, credentials, connectTimeout, readTimeout, renewing, network, wanted);
    }

    /**
     * Whether credentials and archives can be read by others on their way to an address.
     *
     * @param url the address
     * @return true if it is an http address beyond this machine
     */
    public static boolean travelsInClear(URI url) {
        String host = url.getHost();
        return "http".equalsIgnoreCase(url.getScheme())
                && host != null
                && !host.equals("localhost")
                && !host.equals("[::1]")
                && !host.startsWith("127.");
    }

    /** The address without a slash at its end. */
    String base() {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
