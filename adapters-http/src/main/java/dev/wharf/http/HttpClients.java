package dev.wharf.http;

import dev.wharf.http.network.ForwardProxy;
import io.micronaut.core.annotation.AnnotationMetadataResolver;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.filter.DefaultHttpClientFilterResolver;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.http.ssl.ClientSslConfiguration;
import io.micronaut.http.ssl.SslConfiguration;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Makes the transport's clients, as all that is said over them needs them. */
final class HttpClients {
    private final Route route;
    private final Duration connectTimeout;
    /** One for all clients, since reading the trusted certificates takes long. */
    private final TrustedTls tls;

    /**
     * Clients that talk to one address.
     *
     * @param route how it is reached
     * @param connectTimeout how long to wait for a connection
     */
    HttpClients(Route route, Duration connectTimeout) {
        this.route = route;
        this.connectTimeout = connectTimeout;
        this.tls = new TrustedTls(route.authorities());
    }

    /**
     * A client; null waits for answers for ever. The caller closes it.
     *
     * @throws dev.wharf.failure.InvalidRequestException if certificates that are to be trusted cannot be read
     */
    RawHttpClient create(@Nullable Duration readTimeout) {
        HttpClientConfiguration configuration = configuration(route.isTls());
        configuration.setConnectTimeout(connectTimeout);
        configuration.setReadTimeout(readTimeout);
        // The client makes one for itself, which is the same, and must not begin beside whoever is at it.
        WireMapper.get();
        ForwardProxy proxy = route.proxy();
        if (proxy == null) {
            return route.isTls()
                    ? DefaultHttpClient.builder()
                            .configuration(configuration)
                            .nettyClientSslBuilder(tls)
                            .build()
                    : RawHttpClient.create(null, configuration);
        }
        if (proxy.protocol() == ForwardProxy.Protocol.SOCKS5) {
            configuration.setProxyType(Proxy.Type.SOCKS);
            configuration.setProxyAddress(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
            configuration.setProxyUsername(proxy.user());
            configuration.setProxyPassword(proxy.password());
            return DefaultHttpClient.builder()
                    .configuration(configuration)
                    .nettyClientSslBuilder(tls)
                    .build();
        }
        return proxied(proxy, configuration);
    }

    /** Has a first client made, by a thread of its own: what it takes is loaded then. */
    static void prepare() {
        WireMapper.prepare();
        // Whatever goes wrong, whoever needs a client is told of it then.
        FutureTask<Void> making = new FutureTask<>(() -> {
            WireMapper.get();
            RawHttpClient.create(null, configuration(false)).close();
            return null;
        });
        Thread thread = new Thread(making, "wharf-prepare-client");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The client's own way through a proxy is a tunnel even for http addresses, which proxies refuse for most ports, and it cannot speak
     * TLS to one. Only this constructor takes somebody who does it otherwise. Bodies are read and written elsewhere, so what it
     * wants for that stays empty.
     */
    @SuppressWarnings("deprecation")
    private RawHttpClient proxied(ForwardProxy proxy, HttpClientConfiguration configuration) {
        if (proxy.protocol() == ForwardProxy.Protocol.HTTPS) {
            // With TLS within TLS it is the outer one that is asked which version of HTTP was agreed upon.
            configuration.setAlpnModes(List.of("http/1.1"));
        }
        return new DefaultHttpClient(
                null,
                null,
                configuration,
                null,
                new DefaultHttpClientFilterResolver(null, AnnotationMetadataResolver.DEFAULT, List.of()),
                List.of(),
                null,
                tls,
                MediaTypeCodecRegistry.of(),
                MessageBodyHandlerRegistry.EMPTY,
                WebSocketBeanRegistry.EMPTY,
                new DefaultRequestBinderRegistry(ConversionService.SHARED),
                null,
                NioSocketChannel::new,
                NioDatagramChannel::new,
                new ProxiedConnections(route, proxy, tls, connectTimeout),
                null,
                ConversionService.SHARED,
                null);
    }

    private static HttpClientConfiguration configuration(boolean tls) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        // Calls block, so none is under way when a client is closed; waiting for stragglers costs a tenth of a second
        // each.
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        if (!tls) {
            // Then the trusted certificates need not be read, which costs a short command more than its call.
            SslConfiguration none = new ClientSslConfiguration();
            none.setEnabled(false);
            configuration.setSslConfiguration(none);
        }
        return configuration;
    }
}
