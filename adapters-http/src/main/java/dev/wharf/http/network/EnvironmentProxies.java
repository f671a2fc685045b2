package dev.wharf.http.network;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The proxies that the variables of the environment name, else those that Java's own properties do. */
final class EnvironmentProxies implements Proxies {
    static final String EXCEPTIONS = "NO_PROXY";

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    /** Only if one of these is set is Java's selector asked, which costs a short command some time. */
    private static final List<String> PROPERTIES =
            List.of("https.proxyHost", "http.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Way to(URI url) {
        String own = "https".equalsIgnoreCase(url.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        Variable set = Variable.find(environment, own, "ALL_PROXY");
        if (set == null) {
            return ofJava(url);
        }
        if (HostAddress.isLoopback(host(url))) {
            return Way.DIRECT;
        }
        Variable exceptions = Variable.find(environment, EXCEPTIONS);
        if (exceptions != null && isExcepted(url, exceptions)) {
            return new Way(null, exceptions.name());
        }
        return new Way(ForwardProxy.parse(set.value(), set.name()), set.name());
    }

    static boolean isExcepted(URI url, Variable exceptions) {
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        return NoProxy.parse(exceptions.value()).matches(host(url), url.getPort() < 0 ? usual : url.getPort());
    }

    private static Way ofJava(URI url) {
        String property = PROPERTIES.stream()
                .filter(name -> System.getProperty(name) != null)
                .findFirst()
                .orElse(null);
        ProxySelector selector = property == null ? null : ProxySelector.getDefault();
        if (selector == null) {
            return Way.DIRECT;
        }
        return selector.select(url).stream()
                .flatMap(each ->
                        each.type() == Proxy.Type.DIRECT ? Stream.empty() : Stream.ofNullable(ForwardProxy.of(each)))
                .findFirst()
                .map(proxy -> new Way(proxy, "Java's own properties, such as " + property))
                .orElse(Way.DIRECT);
    }

    /** As rules are compared with it: small letters, no brackets, no dot at the end. */
    private static String host(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
