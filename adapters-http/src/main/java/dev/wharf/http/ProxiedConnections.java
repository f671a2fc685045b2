package dev.wharf.http;

import dev.wharf.http.network.ForwardProxy;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Leads a client's connections through an HTTP proxy: https addresses through a tunnel, http addresses by their whole address. */
final class ProxiedConnections implements NettyClientCustomizer {
    private final Route route;
    private final ForwardProxy proxy;
    private final Duration connectTimeout;
    /** For talking to the proxy itself; null if that is not over TLS. */
    private final @Nullable SslContext tls;

    ProxiedConnections(Route route, ForwardProxy proxy, TrustedTls tls, Duration connectTimeout) {
        this.route = route;
        this.proxy = proxy;
        this.connectTimeout = connectTimeout;
        this.tls = proxy.protocol() == ForwardProxy.Protocol.HTTPS ? tls.toProxy() : null;
    }

    @Override
    public NettyClientCustomizer specializeForBootstrap(Bootstrap bootstrap) {
        if (route.isForwarded()) {
            bootstrap.remoteAddress(proxy.host(), proxy.port());
        } else {
            // The proxy looks the host's name up, which need not be known here.
            bootstrap.resolver(NoopAddressResolverGroup.INSTANCE);
        }
        return this;
    }

    @Override
    public NettyClientCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        if (role == ChannelRole.CONNECTION) {
            if (route.isForwarded()) {
                forward(channel);
            } else {
                tunnel(channel);
            }
        }
        return this;
    }

    /** The channel is connected to the proxy, and complete. */
    private void forward(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            pipeline.addFirst(tls.newHandler(channel.alloc(), proxy.host(), proxy.port()));
        }
        pipeline.addAfter(
                ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC,
                "wharf-proxy",
                new ForwardedRequests(route, proxy));
    }

    /** The channel is empty, and connects only then. */
    private void tunnel(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            pipeline.addLast(tls.newHandler(channel.alloc(), proxy.host(), proxy.port()));
            pipeline.addLast(new OwnTls());
        }
        InetSocketAddress address = new InetSocketAddress(proxy.host(), proxy.port());
        String user = proxy.user();
        ProxyHandler handler =
                user == null ? new HttpProxyHandler(address) : new HttpProxyHandler(address, user, proxy.password());
        handler.setConnectTimeoutMillis(connectTimeout.toMillis());
        pipeline.addLast(ChannelPipelineCustomizer.HANDLER_HTTP_PROXY, handler);
    }

    /** Keeps what happens to the proxy's own TLS from who waits for that of the host behind it. */
    private static final class OwnTls extends ChannelInboundHandlerAdapter {
        private boolean isSecure;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
                context.fireUserEventTriggered(event);
            } else if (handshake.isSuccess()) {
                isSecure = true;
            } else {
                exceptionCaught(context, handshake.cause());
            }
        }

        /** Said so that it cannot be taken for a failure of the host's TLS. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.fireExceptionCaught(
                    isSecure || cause instanceof ProxyConnectException
                            ? cause
                            : new ProxyConnectException("the proxy's TLS", cause));
        }
    }
}
