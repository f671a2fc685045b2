package dev.wharf.server.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends a connection whose other side does not take what it asked for: each piece of an answer must have left within a time. */
final class TakenAnswers extends WriteTimeoutHandler {
    TakenAnswers(Duration patience) {
        super(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whoever is so slow is no failure of this server, and nothing for its log. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    protected void writeTimedOut(ChannelHandlerContext context) {
        context.close();
    }
}
