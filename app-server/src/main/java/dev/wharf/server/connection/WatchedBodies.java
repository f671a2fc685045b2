package dev.wharf.server.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that hold without giving: whose body comes too slowly, or who ask for more at once than is answered. The body of a form
 * is its receiver's to watch, who knows when it is the server that is slow; once it is answered, and only thrown away, it is watched
 * here like all others.
 */
final class WatchedBodies extends ChannelDuplexHandler {
    /** Far more than programs send ahead, and fewer than what the framework keeps. */
    private static final int MOST_UNANSWERED = 100;

    private static final String FORM = "multipart/";

    private final Duration patience;
    private final double leastBytes;

    private int unanswered;
    private boolean inBody;
    private boolean ended;
    private long bytes;
    private @Nullable Future<?> watch;

    /**
     * Watches one connection.
     *
     * @param patience how long is waited before the speed is looked at, again and again
     * @param bytesPerSecond the least speed; with 0 one byte in that time will do
     */
    WatchedBodies(Duration patience, long bytesPerSecond) {
        this.patience = patience;
        this.leastBytes = Math.max(1, bytesPerSecond * (patience.toNanos() / (double) TimeUnit.SECONDS.toNanos(1)));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (ended) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            unanswered++;
            inBody = true;
            if (unanswered > MOST_UNANSWERED) {
                end(context);
                ReferenceCountUtil.release(message);
                return;
            }
            if (!isForm(request)) {
                watch(context);
            }
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            inBody = false;
            forget();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean interim =
                message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
            if (inBody && unanswered == 0) {
                watch(context);
            }
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        forget();
        super.channelInactive(context);
    }

    private static boolean isForm(HttpRequest request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "").strip();
        return type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    private void watch(ChannelHandlerContext context) {
        if (watch == null) {
            bytes = 0;
            long time = patience.toNanos();
            watch = context.executor().scheduleAtFixedRate(() -> look(context), time, time, TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        if (bytes < leastBytes) {
            end(context);
        }
        bytes = 0;
    }

    /** Nobody waits for the end of a connection that is given up. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void end(ChannelHandlerContext context) {
        ended = true;
        forget();
        context.close();
    }

    private void forget() {
        Future<?> running = watch;
        if (running != null) {
            running.cancel(false);
            watch = null;
        }
    }
}
