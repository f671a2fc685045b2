package dev.wharf.server.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests, and takes none whose head is not as it must be, nor anything after it: what follows on that connection could be
 * anything. A head must arrive within a time from its first byte.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {
    private final Queue<HttpMethod> methods;
    private final Duration headTime;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private boolean inHead = true;
    private boolean refused;
    private @Nullable Future<?> deadline;

    StrictRequestDecoder(HttpDecoderConfig config, Queue<HttpMethod> methods, Duration headTime) {
        super(config);
        this.methods = methods;
        this.headTime = headTime;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        int start = buffer.readerIndex();
        int known = out.size();
        super.decode(context, buffer, out);
        if (inHead) {
            keep(buffer, start);
            limit(context);
        }
        for (int i = known; i < out.size(); i++) {
            if (out.get(i) instanceof HttpRequest request) {
                begun(request, out, i);
            }
            if (out.get(i) instanceof LastHttpContent) {
                inHead = true;
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        arrived();
        super.channelInactive(context);
    }

    private void begun(HttpRequest request, List<Object> out, int place) {
        arrived();
        inHead = false;
        if (request.decoderResult().isSuccess()) {
            String wrong = RequestHead.wrong(head.toByteArray(), request);
            if (wrong != null) {
                refused = true;
                while (out.size() > place) {
                    out.remove(out.size() - 1);
                }
                out.add(refusal(wrong));
            }
        }
        head.reset();
        methods.add(((HttpRequest) out.get(place)).method());
    }

    private static FullHttpRequest refusal(String wrong) {
        FullHttpRequest refusal =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/bad-request", Unpooled.EMPTY_BUFFER);
        refusal.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a request with " + wrong)));
        return refusal;
    }

    /** Bounded: the codec itself refuses a head beyond its own bounds. */
    private void keep(ByteBuf buffer, int start) throws IOException {
        buffer.getBytes(start, head, buffer.readerIndex() - start);
    }

    private void limit(ChannelHandlerContext context) {
        if (deadline == null && head.size() > 0) {
            deadline = context.executor().schedule(() -> close(context), headTime.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Nobody waits for the end of a connection that is given up. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void arrived() {
        Future<?> running = deadline;
        if (running != null) {
            running.cancel(false);
            deadline = null;
        }
    }
}
