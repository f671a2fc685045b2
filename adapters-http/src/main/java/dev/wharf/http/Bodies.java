package dev.wharf.http;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.http.body.ByteBodyFactory;

/** Makes request bodies. */
final class Bodies {
    static final ByteBodyFactory FACTORY = ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT);

    private Bodies() {}
}
