package dev.wharf.http;

import dev.wharf.http.network.ForwardProxy;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes requests as a proxy wants them: with the whole address (RFC 9112, 3.2.2), and with what opens the proxy. */
final class ForwardedRequests extends ChannelOutboundHandlerAdapter {
    private final String authority;
    private final @Nullable String authorization;

    ForwardedRequests(Route route, ForwardProxy proxy) {
        this.authority = "http://" + route.url().getRawAuthority();
        String joined = proxy.user() + ":" + proxy.password();
        this.authorization = proxy.user() == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest request) {
            request.setUri(authority + request.uri());
            if (authorization != null) {
                request.headers().set(HttpHeaderNames.PROXY_AUTHORIZATION, authorization);
            }
        }
        super.write(context, message, promise);
    }
}
