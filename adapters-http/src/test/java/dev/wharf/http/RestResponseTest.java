package dev.wharf.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.CloseableByteBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class RestResponseTest {
    private final NettyReadBufferFactory buffers = NettyReadBufferFactory.of(ByteBufAllocator.DEFAULT);

    @Test
    void an_answer_that_nobody_reads_is_let_go_of() {
        ByteBuf bytes = buffer();

        new RestResponse(answer(Bodies.FACTORY.adapt(buffers.adapt(bytes))), null).close();

        assertThat(bytes.refCnt()).isZero();
    }

    @Test
    void an_answer_in_pieces_of_which_some_are_read_is_let_go_of() throws IOException {
        List<ByteBuf> pieces = List.of(buffer(), buffer(), buffer());
        CloseableByteBody body =
                Bodies.FACTORY.adapt(Flux.fromIterable(pieces).map(buffers::adapt), OptionalLong.empty());

        try (RestResponse response = new RestResponse(answer(body), null)) {
            assertThat(response.body().readNBytes(5)).hasSize(5);
        }

        assertThat(pieces).extracting(ByteBuf::refCnt).containsOnly(0);
    }

    private static ByteBuf buffer() {
        return Unpooled.directBuffer().writeBytes(new byte[] {1, 2, 3});
    }

    private static HttpResponse<?> answer(CloseableByteBody body) {
        return ByteBodyHttpResponseWrapper.wrap(HttpResponse.ok(), body);
    }
}
