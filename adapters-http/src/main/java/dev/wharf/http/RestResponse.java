package dev.wharf.http;

import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.FailureMapping.Answer;
import dev.wharf.http.wire.Envelope;
import io.micronaut.core.type.Argument;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An answer whose body is read as it comes. */
final class RestResponse implements AutoCloseable {
    private static final int MAX_JSON = 16 * 1024 * 1024;
    private static final int MAX_ERROR = 64 * 1024;
    private static final int SNIPPET = 200;
    private static final int SNIPPET_SOURCE = 4096;

    private final HttpResponse<?> response;
    private final InputStream body;
    private final @Nullable Duration patience;

    /** An answer whose body may make one wait that long, or, if that is null, as long as its client allows. */
    RestResponse(HttpResponse<?> response, @Nullable Duration patience) {
        this.response = response;
        this.patience = patience;
        this.body = response instanceof ByteBodyHttpResponse<?> raw
                ? stream(raw.byteBody())
                : InputStream.nullInputStream();
    }

    private static InputStream stream(ByteBody body) {
        // Of what is all there nothing can be received ahead, and its own stream lets go of it when nobody reads it.
        return body instanceof AvailableByteBody whole
                ? whole.toInputStream()
                : new BodyStream(body.toReadBufferPublisher());
    }

    boolean isSuccess() {
        return response.code() >= 200 && response.code() < 300;
    }

    InputStream body() {
        return body;
    }

    /** The strong entity tag of bytes of which parts can be had; null if they cannot. */
    @Nullable
    String resumableTag() {
        String tag = response.getHeaders().get(HttpHeaders.ETAG);
        boolean parts = "bytes".equals(response.getHeaders().get(HttpHeaders.ACCEPT_RANGES));
        return parts && tag != null && tag.startsWith("\"") ? tag : null;
    }

    boolean beginsAt(long position) {
        String range = response.getHeaders().get(HttpHeaders.CONTENT_RANGE);
        return response.code() == 206 && range != null && range.startsWith("bytes " + position + "-");
    }

    OptionalLong length() {
        return number(HttpHeaders.CONTENT_LENGTH);
    }

    /** What the answer tells of the account's rate limit, if it does. */
    Optional<RateLimit> rates() {
        OptionalLong limit = number("X-Rate-Limit");
        OptionalLong remaining = number("X-Rate-Limit-Remaining");
        return limit.isPresent() && remaining.isPresent() && limit.getAsLong() > 0
                ? Optional.of(new RateLimit(limit.getAsLong(), Math.max(0, remaining.getAsLong())))
                : Optional.empty();
    }

    /** Whether a wharf-server answered. */
    boolean isOfWharf() {
        return response.getHeaders().contains(Envelope.OF_WHARF);
    }

    /** How old the answer is, if a gateway gave it for want of a new one (RFC 7234, 5.5: warnings 110 and 111). */
    Optional<Duration> staleAge() {
        boolean stale = response.getHeaders().getAll("Warning").stream()
                .anyMatch(warning -> warning.startsWith("110 ") || warning.startsWith("111 "));
        return stale ? Optional.of(Duration.ofSeconds(number("Age").orElse(0))) : Optional.empty();
    }

    byte[] json() {
        byte[] bytes = read(MAX_JSON);
        if (bytes.length > MAX_JSON) {
            throw new UnexpectedAnswerException(
                    "The registry's answer is too long.", "Ask for fewer items at a time.", null);
        }
        return bytes;
    }

    /** What the answer says is wrong, each text of it made fit to be shown by {@code shown}. */
    Answer failedAnswer(ObjectMapper json, UnaryOperator<String> shown) {
        byte[] bytes = read(MAX_ERROR);
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        Duration retryAfter = RetryAfter.read(
                response.getHeaders().get(HttpHeaders.RETRY_AFTER),
                response.getHeaders().get(HttpHeaders.DATE));
        if (text.startsWith("{")) {
            try {
                Envelope<?> envelope = json.readValue(bytes, Argument.of(Envelope.class, Object.class));
                if (envelope != null && envelope.code() != null) {
                    String message = envelope.message();
                    return failed(
                            Told.line(shown.apply(envelope.code())),
                            message == null ? null : Told.line(shown.apply(message)),
                            "",
                            retryAfter);
                }
            } catch (IOException | RuntimeException e) {
                return failed(null, null, snippet(shown.apply(text)), retryAfter);
            }
        }
        return failed(null, null, snippet(shown.apply(text)), retryAfter);
    }

    private Answer failed(
            @Nullable String code, @Nullable String message, String snippet, @Nullable Duration retryAfter) {
        String location = response.getHeaders().get(HttpHeaders.LOCATION);
        return new Answer(
                response.code(),
                code,
                message,
                snippet,
                retryAfter,
                location == null ? null : host(location),
                OnTheWay.of(response.getHeaders()));
    }

    /** Not the whole address, which may hold anything. */
    private static @Nullable String host(String location) {
        try {
            URI target = new URI(location.strip());
            return target.getHost() == null ? null : target.getScheme() + "://" + target.getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UnavailableException("The connection to the registry was lost.", null, e);
        }
    }

    private OptionalLong number(String header) {
        return response.getHeaders()
                .get(header, Long.class)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private byte[] read(int max) {
        if (patience == null) {
            return readNow(max);
        }
        try {
            return Mono.fromCallable(() -> readNow(max))
                    .subscribeOn(Schedulers.boundedElastic())
                    .timeout(patience)
                    .blockOptional()
                    .orElseThrow();
        } catch (RuntimeException e) {
            throw Exceptions.unwrap(e) instanceof TimeoutException late ? brokenOff(late) : e;
        }
    }

    private byte[] readNow(int max) {
        try {
            return body.readNBytes(max + 1);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private static UnavailableException brokenOff(Exception cause) {
        return new UnavailableException("The registry's answer was cut off.", "Try again.", null, cause);
    }

    /** A body that is not the API's JSON, such as a proxy's page, in one line without its tags. */
    private static String snippet(String text) {
        String beginning = text.substring(0, Math.min(text.length(), SNIPPET_SOURCE));
        String plain = beginning
                .replaceAll("(?is)<(style|script)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return Told.line(plain.length() > SNIPPET ? plain.substring(0, SNIPPET) + "…" : plain);
    }
}
