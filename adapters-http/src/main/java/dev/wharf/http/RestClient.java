package dev.wharf.http;

import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.http.FailureMapping.Answer;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.Reading;
import dev.wharf.http.wire.ConnectionRequestBody;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.ArchiveSource;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends one call of the REST API and reads its answer; every failed answer becomes a failure here. */
final class RestClient implements AutoCloseable {
    private static final String ACCEPT_JSON = "application/json;version=2";
    private static final String ACCEPT_ARCHIVE = "application/octet-stream, application/json";
    private static final String USER_AGENT = "wharf";

    private final HttpAccountSettings settings;
    private final Route route;
    private final RawHttpClient http;
    /** Waits for answers for ever: while an archive is sent none can come, however long that takes. */
    private final RawHttpClient uploads;

    private final TransportFailures failures;
    private final AnswerListener listener;
    /** How long a call may take altogether that neither sends nor brings an archive; null for any time. */
    private final @Nullable Duration bound;
    /** Whether the other side is a wharf-server; null as long as it has not answered. */
    private final AtomicReference<@Nullable Boolean> ofWharf;

    /** What is told to whoever remembers answers in between (RFC 9111); null for nothing. */
    private final @Nullable String cacheControl;

    private final ObjectMapper json = WireMapper.get();
    private final AnswerReader answers;

    RestClient(HttpAccountSettings settings, AnswerListener listener) {
        this(settings, listener, Route.to(settings.url(), settings.network()));
    }

    private RestClient(HttpAccountSettings settings, AnswerListener listener, Route route) {
        this(settings, listener, route, new HttpClients(route, settings.connectTimeout()));
    }

    private RestClient(HttpAccountSettings settings, AnswerListener listener, Route route, HttpClients clients) {
        this(
                settings,
                listener,
                route,
                clients.create(settings.readTimeout()),
                clients.create(null),
                new AtomicReference<>(),
                null,
                settings.renewing() ? "max-age=0" : null);
    }

    private RestClient(
            HttpAccountSettings settings,
            AnswerListener listener,
            Route route,
            RawHttpClient http,
            RawHttpClient uploads,
            AtomicReference<@Nullable Boolean> ofWharf,
            @Nullable Duration bound,
            @Nullable String cacheControl) {
        this.ofWharf = ofWharf;
        this.settings = settings;
        this.route = route;
        this.failures = new TransportFailures(route, settings.readTimeout());
        this.listener = listener;
        this.answers = new AnswerReader(json, listener::oddTold);
        this.http = http;
        this.uploads = uploads;
        this.bound = bound;
        this.cacheControl = cacheControl;
    }

    /** The same connections, with a bound for whole calls. */
    RestClient within(Duration time) {
        return new RestClient(settings, listener, route, http, uploads, ofWharf, time, cacheControl);
    }

    /** The same connections; no answer comes from somebody's memory. */
    RestClient asking() {
        return new RestClient(settings, listener, route, http, uploads, ofWharf, bound, "no-cache");
    }

    /** Whether the other side is a wharf-server, as the answers of one say; asks one question if there was no answer yet. */
    boolean isOfWharf() {
        Boolean told = ofWharf.get();
        if (told == null) {
            exchange(sent(request(HttpMethod.GET, "/v1/account/info"), null), bound, Attempt.CALL, "account")
                    .close();
            told = ofWharf.get();
        }
        return Boolean.TRUE.equals(told);
    }

    /** Reads one thing. */
    <T> T get(String path, Reading<T> reading) {
        return answers.one(data(sent(request(HttpMethod.GET, path), null), bound, Attempt.CALL, path), reading);
    }

    /** Reads one page of a list. */
    <T> Page<T> list(String path, PageRequest page, Reading<T> reading) {
        Cursor cursor = page.cursor();
        String query = (path.indexOf('?') < 0 ? "?" : "&") + "limit=" + page.limit()
                + (cursor == null ? "" : "&cursor=" + ApiPath.value(cursor));
        return answers.page(
                data(sent(request(HttpMethod.GET, path + query), null), bound, Attempt.CALL, path), reading);
    }

    /** Sends JSON and reads what it made. */
    <T> T send(HttpMethod method, String path, Object body, Reading<T> reading, Attempt attempt, String subject) {
        MutableHttpRequest<?> request = request(method, path).contentType(MediaType.APPLICATION_JSON_TYPE);
        CloseableByteBody bytes =
                Bodies.FACTORY.adapt(ReadBufferFactory.getJdkFactory().adapt(encode(body)));
        return answers.one(data(sent(request, bytes), bound, attempt, subject), reading);
    }

    /** Asks for something to be done, of which the answer tells nothing but that it will be. */
    void command(String path, Object body, String subject) {
        command(HttpMethod.POST, path, body, subject);
    }

    /** Has something kept under a name. */
    void put(String path, Object body, String subject) {
        command(HttpMethod.PUT, path, body, subject);
    }

    private void command(HttpMethod method, String path, Object body, String subject) {
        MutableHttpRequest<?> request = request(method, path).contentType(MediaType.APPLICATION_JSON_TYPE);
        CloseableByteBody bytes =
                Bodies.FACTORY.adapt(ReadBufferFactory.getJdkFactory().adapt(encode(body)));
        exchange(sent(request, bytes), bound, Attempt.CALL, subject).close();
    }

    /** Sends an archive and reads what it became. */
    <T> T upload(
            HttpMethod method, String path, Map<String, String> headers, ArchiveSource archive, Reading<T> reading) {
        MultipartUpload upload = new MultipartUpload(archive);
        MutableHttpRequest<?> request = request(method, path).header(HttpHeaders.CONTENT_TYPE, upload.contentType());
        headers.forEach(request::header);
        try {
            Duration patience = settings.readTimeout();
            Mono<HttpResponse<?>> answered = Mono.<HttpResponse<?>>from(
                            uploads.exchange(request, upload.body(), Thread.currentThread()))
                    .timeout(upload.silence(patience));
            return answers.one(data(answered, patience, Attempt.UPLOAD, path), reading);
        } catch (WharfException e) {
            throw upload.failure(e);
        }
    }

    /** Deletes one thing. */
    void delete(String path, Attempt attempt, String subject) {
        delete(path, Map.of(), attempt, subject);
    }

    /** Deletes one thing, with more to say about it. */
    void delete(String path, Map<String, String> headers, Attempt attempt, String subject) {
        MutableHttpRequest<?> request = request(HttpMethod.DELETE, path);
        headers.forEach(request::header);
        exchange(sent(request, null), bound, attempt, subject).close();
    }

    /** Opens an archive; the caller closes the answer. */
    RestResponse open(String path) {
        MutableHttpRequest<?> request = request(HttpMethod.GET, path);
        request.getHeaders().set(HttpHeaders.ACCEPT, ACCEPT_ARCHIVE);
        return exchange(sent(request, null), null, Attempt.CALL, path);
    }

    /** Opens the rest of an archive, if it is still the same; else all of the other. The caller closes the answer. */
    RestResponse openRest(String path, long from, String tag) {
        MutableHttpRequest<?> request = request(HttpMethod.GET, path);
        request.getHeaders().set(HttpHeaders.ACCEPT, ACCEPT_ARCHIVE);
        request.header(HttpHeaders.RANGE, "bytes=" + from + "-").header(HttpHeaders.IF_RANGE, tag);
        return exchange(sent(request, null), null, Attempt.CALL, path);
    }

    @Override
    public void close() {
        try (uploads) {
            http.close();
        } catch (IOException e) {
            throw new UnavailableException("The connection to the registry could not be closed.", null, e);
        }
    }

    private JsonNode data(
            Mono<HttpResponse<?>> answered, @Nullable Duration patience, Attempt attempt, String subject) {
        try (RestResponse response = exchange(answered, patience, attempt, subject)) {
            return answers.data(response.json());
        }
    }

    private Mono<HttpResponse<?>> sent(MutableHttpRequest<?> request, @Nullable CloseableByteBody body) {
        Mono<HttpResponse<?>> answered = Mono.from(http.exchange(request, body, Thread.currentThread()));
        return bound == null ? answered : answered.timeout(bound);
    }

    private RestResponse exchange(
            Mono<HttpResponse<?>> sent, @Nullable Duration patience, Attempt attempt, String subject) {
        HttpResponse<?> answered;
        try {
            answered = sent.blockOptional().orElseThrow(failures::closed);
        } catch (RuntimeException e) {
            throw failures.of(e, bound);
        }
        RestResponse response = new RestResponse(answered, patience);
        if (response.isSuccess()) {
            ofWharf.set(response.isOfWharf());
        }
        response.rates().ifPresent(listener::rateTold);
        response.staleAge().ifPresent(listener::oldTold);
        if (response.isSuccess()) {
            return response;
        }
        try (response) {
            Answer answer = response.failedAnswer(json);
            throw FailureMapping.failure(answer, attempt, subject, route);
        }
    }

    private MutableHttpRequest<?> request(HttpMethod method, String path) {
        MutableHttpRequest<?> request = HttpRequest.create(method, settings.base() + path)
                .header(HttpHeaders.AUTHORIZATION, settings.credentials().authorization())
                .header(HttpHeaders.ACCEPT, ACCEPT_JSON)
                .header(HttpHeaders.USER_AGENT, USER_AGENT);
        return cacheControl == null ? request : request.header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    /** What a request asks for, as JSON. */
    JsonNode tree(ConnectionRequestBody body, ConnectionSettings settings) {
        try {
            return body.json(json, settings);
        } catch (IOException e) {
            throw new IllegalStateException("a wire record could not be written", e);
        }
    }

    /** A reading of JSON that only a wharf-server writes. */
    <B, T> Reading<T> ours(Class<B> type, Function<B, T> read, String what) {
        return answers.ours(type, read, what);
    }

    private byte[] encode(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("a wire record could not be written", e);
        }
    }
}
