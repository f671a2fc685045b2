package dev.wharf.http;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.network.ForwardProxy;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyConnectException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What it means that a proxy does not lead on. Told as the proxy's failure, with its host and without its password. */
final class ProxyFailures {
    private static final int UNAUTHENTICATED = 407;
    private static final int SERVER_ERROR = 500;
    /** The library tells the answer to {@code CONNECT} in its message only. */
    private static final Pattern STATUS = Pattern.compile("status: (\\d{3})\\b");
    /** What the library says of a SOCKS proxy that wants a password, or does not take it. */
    private static final Pattern SOCKS_PASSWORD = Pattern.compile("unexpected authMethod|authStatus");

    /** Some proxies, tinyproxy among them, answer a wrong password as a server would. */
    private static final int UNAUTHENTICATED_AT_SERVERS = 401;
    /** A connection is made to the proxy only, so these are its. */
    private static final List<Class<? extends Throwable>> NOT_CONNECTED = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    private ProxyFailures() {}

    /** Null if it is no failure of a proxy. */
    static @Nullable UnavailableException explain(Throwable failure, Route route) {
        ForwardProxy proxy = route.proxy();
        if (proxy == null) {
            return null;
        }
        ProxyConnectException refused = Causes.find(failure, ProxyConnectException.class);
        if (refused == null && route.isForwarded() && Causes.find(failure, SSLException.class) != null) {
            return distrusted(failure, proxy, route);
        }
        if (refused == null) {
            boolean unconnected = NOT_CONNECTED.stream().anyMatch(kind -> Causes.find(failure, kind) != null);
            return unconnected ? unreachable(proxy, TransportFailures.reason(failure), failure) : null;
        }
        if (Causes.find(refused, SSLException.class) != null) {
            return distrusted(failure, proxy, route);
        }
        String message = String.valueOf(refused.getMessage());
        if (SOCKS_PASSWORD.matcher(message).find()) {
            return unauthenticated(proxy, "", "");
        }
        Matcher told = STATUS.matcher(message);
        return told.find()
                ? refused(route, proxy, Integer.parseInt(told.group(1)), refused)
                : unreachable(proxy, lastWords(refused), failure);
    }

    /** Of the proxy's own TLS: an http address has none, and in a tunnel the host's comes after it. */
    private static UnavailableException distrusted(Throwable failure, ForwardProxy proxy, Route route) {
        Diagnosis distrust = Objects.requireNonNull(TlsFailures.explain(failure, proxy.host(), route.authorities()));
        return new UnavailableException(
                "The proxy " + proxy.address() + " cannot be used. " + distrust.problem(),
                distrust.hint(),
                null,
                failure);
    }

    /**
     * What an answer means, if whoever gave it wants to know who uses it as a proxy; null if it means something else. Only a proxy that is
     * told whole requests answers them itself: in a tunnel all answers are the host's.
     */
    static @Nullable UnavailableException explain(int status, boolean isApi, String said, OnTheWay way, Route route) {
        ForwardProxy proxy = route.isForwarded() ? route.proxy() : null;
        if (status == UNAUTHENTICATED) {
            return proxy == null ? unexpected(route, said) : login(proxy, way.logins(), status, said);
        }
        if (status != UNAUTHENTICATED_AT_SERVERS || isApi || way.isPassedOn()) {
            return null;
        }
        // One that was given no user asks for one by 407: this is the host's.
        return proxy == null || proxy.user() == null ? null : login(proxy, way.logins(), status, said);
    }

    private static UnavailableException unexpected(Route route, String said) {
        return failure(
                route.subject() + " answered like a proxy that requires a user and a password (HTTP 407).",
                route.proxy() == null
                        ? "No proxy is set. Check the URL, or name the proxy in HTTPS_PROXY."
                        : "Check the URL. Ask the operator of that network.",
                UNAUTHENTICATED,
                said);
    }

    private static UnavailableException login(ForwardProxy proxy, List<String> ways, int status, String said) {
        return ways.isEmpty() || ways.contains("basic")
                ? unauthenticated(proxy, " (HTTP " + status + ")", said)
                : failure(
                        "The proxy " + proxy.address() + " requires a login by " + String.join(" or ", ways) + " (HTTP "
                                + status + "). Wharf supports Basic only.",
                        "Ask the proxy's operator for Basic, or run a local proxy that supports it, such as cntlm"
                                + " or px.",
                        UNAUTHENTICATED,
                        said);
    }

    private static UnavailableException unauthenticated(ForwardProxy proxy, String status, String said) {
        String who = "The proxy " + proxy.address();
        return proxy.user() == null
                ? failure(
                        who + " requires a user and a password" + status + ".",
                        "Put them into its address: " + scheme(proxy) + "user:password@host:port",
                        UNAUTHENTICATED,
                        said)
                : failure(
                        who + " refuses the user and the password" + status + ".",
                        "Check both. Percent-encode special characters in the proxy's address.",
                        UNAUTHENTICATED,
                        said);
    }

    private static String scheme(ForwardProxy proxy) {
        return proxy.address().substring(0, proxy.address().indexOf("//") + 2);
    }

    private static UnavailableException refused(
            Route route, ForwardProxy proxy, int status, ProxyConnectException answer) {
        if (status == UNAUTHENTICATED || status == UNAUTHENTICATED_AT_SERVERS) {
            return login(proxy, logins(answer), status, "");
        }
        String who = "The proxy " + proxy.address();
        String why = route.host() + " (HTTP " + status + ").";
        return status < SERVER_ERROR
                ? failure(
                        who + " refuses to connect to " + why,
                        "Ask the proxy's operator to allow that host. If it needs no proxy, list it in NO_PROXY.",
                        status,
                        "")
                : failure(who + " could not reach " + why, "Check the URL, or try again later.", status, "");
    }

    private static List<String> logins(ProxyConnectException answer) {
        HttpHeaders headers = answer instanceof HttpProxyHandler.HttpProxyConnectException told ? told.headers() : null;
        return headers == null ? List.of() : OnTheWay.logins(headers.getAll(HttpHeaderNames.PROXY_AUTHENTICATE));
    }

    private static UnavailableException unreachable(ForwardProxy proxy, String why, Throwable cause) {
        return new UnavailableException(
                "The proxy " + proxy.address() + " cannot be reached, or does not answer like a proxy: " + why + ".",
                "Check its address and the network.",
                null,
                cause);
    }

    private static UnavailableException failure(String problem, String hint, int status, String said) {
        return new UnavailableException(problem, hint, null, new RestFailure(status, null, said));
    }

    /** What it says after the addresses. */
    private static String lastWords(ProxyConnectException failure) {
        Throwable cause = failure.getCause();
        if (cause != null) {
            return TransportFailures.reason(cause);
        }
        String message = String.valueOf(failure.getMessage());
        return Told.line(message.substring(message.lastIndexOf(", ") < 0 ? 0 : message.lastIndexOf(", ") + 2));
    }
}
