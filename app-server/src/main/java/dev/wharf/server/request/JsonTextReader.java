package dev.wharf.server.request;

import dev.wharf.server.error.RequestRefusal;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a body as UTF-8, as JSON must be (RFC 8259, 8.1). The framework would put another character for what is none. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, MediaType.ALL})
class JsonTextReader implements MessageBodyReader<JsonText> {
    @Override
    public boolean isReadable(Argument<JsonText> type, @Nullable MediaType mediaType) {
        return type.getType() == JsonText.class;
    }

    @Override
    public JsonText read(
            Argument<JsonText> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> buffer) {
        JsonText read = decoded(buffer.toByteArray());
        if (buffer instanceof ReferenceCounted counted) {
            counted.release();
        }
        return read;
    }

    @Override
    public JsonText read(Argument<JsonText> type, @Nullable MediaType mediaType, Headers headers, InputStream stream) {
        try {
            return decoded(stream.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("the body could not be read", e);
        }
    }

    private static JsonText decoded(byte[] bytes) {
        try {
            return new JsonText(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new RequestRefusal(
                    HttpStatus.BAD_REQUEST, "The body is not valid UTF-8. Send JSON, encoded as UTF-8.");
        }
    }
}
