package dev.wharf.http;

import dev.wharf.failure.InvalidRequestException;
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
 */
public record HttpAccountSettings(URI url, Credentials credentials, Duration connectTimeout, Duration readTimeout) {
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
                    "The API's URL must not hold credentials, a query or a fragment: give credentials by themselves.");
        }
    }

    /**
     * An account with time-outs that suit most: 10 seconds to connect, 60 without a byte.
     *
     * @param url the base of the API
     * @param credentials what opens the account
     * @return the settings
     */
    public static HttpAccountSettings of(URI url, Credentials credentials) {
        return new HttpAccountSettings(url, credentials, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * The same settings with another patience.
     *
     * @param timeout how long to wait while nothing arrives
     * @return the settings
     */
    public HttpAccountSettings withReadTimeout(Duration timeout) {
        return new HttpAccountSettings(url, credentials, connectTimeout, timeout);
    }

    /**
     * Whether credentials and archives can be read by others on their way.
     *
     * @return true if the address is not https and not on this machine
     */
    public boolean travelsInClear() {
        String host = url.getHost();
        return !url.getScheme().equals("https")
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
