package dev.wharf.http;

import dev.wharf.failure.UnavailableException;
import dev.wharf.http.FailureMapping.Answer;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.Services;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends one request and waits for its answer, within bounds; every failed answer, and none at all, becomes a failure here. */
final class Exchanges implements AutoCloseable {
    private static final String ACCEPT_JSON = "application/json;version=2";
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

    Exchanges(HttpAccountSettings settings, AnswerListener listener) {
        this(settings, listener, Route.to(settings.url(), settings.network()));
    }

    private Exchanges(HttpAccountSettings settings, AnswerListener listener, Route route) {
        this(settings, listener, route, new HttpClients(route, settings.connectTimeout()));
    }

    private Exchanges(HttpAccountSettings settings, AnswerListener listener, Route route, HttpClients clients) {
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

    private Exchanges(
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
        this.http = http;
        this.uploads = uploads;
        this.bound = bound;
        this.cacheControl = cacheControl;
    }

    /** Of which services connections are told. */
    Services services() {
        return settings.services();
    }

    /** The same connections, with a bound for whole calls. */
    Exchanges within(Duration time) {
        return new Exchanges(settings, listener, route, http, uploads, ofWharf, time, cacheControl);
    }

    /** The same connections; no answer comes from somebody's memory. */
    Exchanges asking() {
        return new Exchanges(settings, listener, route, http, uploads, ofWharf, bound, "no-cache");
    }

    /** What is told of answers beside what was asked. */
    AnswerListener listener() {
        return listener;
    }

    /** Whether the other side is a wharf-server, as its last good answer says; null if there was none. */
    @Nullable
    Boolean ofWharf() {
        return ofWharf.get();
    }

    /** A request with what every one of them has. */
    MutableHttpRequest<?> request(HttpMethod method, String path) {
        MutableHttpRequest<?> request = HttpRequest.create(method, settings.base() + path)
                .header(HttpHeaders.AUTHORIZATION, settings.credentials().authorization())
                .header(HttpHeaders.ACCEPT, ACCEPT_JSON)
                .header(HttpHeaders.USER_AGENT, USER_AGENT);
        return cacheControl == null ? request : request.header(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    /** Makes a call. The caller closes the answer. */
    RestResponse call(
            MutableHttpRequest<?> request, @Nullable CloseableByteBody body, Attempt attempt, String subject) {
        return answer(sent(request, body), bound, attempt, subject);
    }

    /** Asks for an archive, which may take its time to come. The caller closes the answer. */
    RestResponse open(MutableHttpRequest<?> request, String subject) {
        return answer(sent(request, null), null, Attempt.CALL, subject);
    }

    /** Sends an archive, for as long as it moves. The caller closes the answer. */
    RestResponse upload(MutableHttpRequest<?> request, MultipartUpload upload, String subject) {
        Duration patience = settings.readTimeout();
        Mono<HttpResponse<?>> answered = Mono.<HttpResponse<?>>from(
                        uploads.exchange(request, upload.body(), Thread.currentThread()))
                .timeout(upload.silence(patience));
        return answer(answered, patience, Attempt.UPLOAD, subject);
    }

    @Override
    public void close() {
        try (uploads) {
            http.close();
        } catch (IOException e) {
            throw new UnavailableException("The connection to the registry could not be closed.", null, e);
        }
    }

    private Mono<HttpResponse<?>> sent(MutableHttpRequest<?> request, @Nullable CloseableByteBody body) {
        Mono<HttpResponse<?>> answered = Mono.from(http.exchange(request, body, Thread.currentThread()));
        return bound == null ? answered : answered.timeout(bound);
    }

    private RestResponse answer(
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
            Answer answer = response.failedAnswer(json, settings.credentials()::maskedIn);
            throw FailureMapping.failure(answer, attempt, subject, route);
        }
    }
}
