package dev.wharf.server.connection;

import dev.wharf.server.request.CallerAddress;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;

/** Stands where connections are taken, before TLS and before HTTP: one that is too many for its address is closed at once. */
@Sharable
final class BoundedAddresses extends ChannelInboundHandlerAdapter {
    private final AddressShares shares;

    BoundedAddresses(AddressShares shares) {
        this.shares = shares;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof Channel taken && taken.remoteAddress() instanceof InetSocketAddress remote) {
            String address = CallerAddress.of(remote);
            if (!shares.take(address)) {
                // It belongs to no event loop yet, so nothing else would close it.
                taken.unsafe().closeForcibly();
                return;
            }
            taken.closeFuture().addListener(closed -> shares.giveBack(address));
        }
        context.fireChannelRead(message);
    }
}
