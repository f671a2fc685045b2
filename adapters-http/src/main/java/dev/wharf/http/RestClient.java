package dev.wharf.http;

import dev.wharf.failure.WharfException;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.Reading;
import dev.wharf.http.told.Services;
import dev.wharf.http.wire.ConnectionRequestBody;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.ArchiveSource;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of calls of the REST API: writes what is asked, and reads what is told. */
final class RestClient implements AutoCloseable {
    private static final String ACCEPT_ARCHIVE = "application/octet-stream, application/json";

    private final Exchanges exchanges;
    private final ObjectMapper json = WireMapper.get();
    private final AnswerReader answers;

    RestClient(HttpAccountSettings settings, AnswerListener listener) {
        this(new Exchanges(settings, listener));
    }

    private RestClient(Exchanges exchanges) {
        this.exchanges = exchanges;
        this.answers = new AnswerReader(json, exchanges.listener()::oddTold);
    }

    /** The same connections, with a bound for whole calls. */
    RestClient within(Duration time) {
        return new RestClient(exchanges.within(time));
    }

    /** The same connections; no answer comes from somebody's memory. */
    RestClient asking() {
        return new RestClient(exchanges.asking());
    }

    /** Whether the other side is a wharf-server, as the answers of one say; asks one question if there was no answer yet. */
    boolean isOfWharf() {
        Boolean told = exchanges.ofWharf();
        if (told == null) {
            exchanges
                    .call(exchanges.request(HttpMethod.GET, "/v1/account/info"), null, Attempt.CALL, "account")
                    .close();
            told = exchanges.ofWharf();
        }
        return Boolean.TRUE.equals(told);
    }

    /** Of which services connections are told. */
    Services services() {
        return exchanges.services();
    }

    /** Reads one thing. */
    <T> T get(String path, Reading<T> reading) {
        return answers.one(data(exchanges.request(HttpMethod.GET, path), null, Attempt.CALL, path), reading);
    }

    /** Reads one page of a list. */
    <T> Page<T> list(String path, PageRequest page, Reading<T> reading) {
        Cursor cursor = page.cursor();
        String query = (path.indexOf('?') < 0 ? "?" : "&") + "limit=" + page.limit()
                + (cursor == null ? "" : "&cursor=" + ApiPath.value(cursor));
        return answers.page(data(exchanges.request(HttpMethod.GET, path + query), null, Attempt.CALL, path), reading);
    }

    /** Sends JSON and reads what it made. */
    <T> T send(HttpMethod method, String path, Object body, Reading<T> reading, Attempt attempt, String subject) {
        return answers.one(data(json(method, path), bytes(body), attempt, subject), reading);
    }

    /** Asks for something to be done, of which the answer tells nothing but that it will be. */
    void command(String path, Object body, String subject) {
        exchanges
                .call(json(HttpMethod.POST, path), bytes(body), Attempt.CALL, subject)
                .close();
    }

    /** Has something kept under a name. */
    void put(String path, Object body, String subject) {
        exchanges
                .call(json(HttpMethod.PUT, path), bytes(body), Attempt.CALL, subject)
                .close();
    }

    /** Sends an archive and reads what it became. */
    <T> T upload(
            HttpMethod method, String path, Map<String, String> headers, ArchiveSource archive, Reading<T> reading) {
        MultipartUpload upload = new MultipartUpload(archive);
        MutableHttpRequest<?> request =
                exchanges.request(method, path).header(HttpHeaders.CONTENT_TYPE, upload.contentType());
        headers.forEach(request::header);
        try (RestResponse response = exchanges.upload(request, upload, path)) {
            return answers.one(answers.data(response.json()), reading);
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
        MutableHttpRequest<?> request = exchanges.request(HttpMethod.DELETE, path);
        headers.forEach(request::header);
        exchanges.call(request, null, attempt, subject).close();
    }

    /** Opens an archive; the caller closes the answer. */
    RestResponse open(String path) {
        return exchanges.open(archive(path), path);
    }

    /** Opens the rest of an archive, if it is still the same; else all of the other. The caller closes the answer. */
    RestResponse openRest(String path, long from, String tag) {
        MutableHttpRequest<?> request = archive(path);
        request.header(HttpHeaders.RANGE, "bytes=" + from + "-").header(HttpHeaders.IF_RANGE, tag);
        return exchanges.open(request, path);
    }

    @Override
    public void close() {
        exchanges.close();
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

    private JsonNode data(
            MutableHttpRequest<?> request, @Nullable CloseableByteBody body, Attempt attempt, String subject) {
        try (RestResponse response = exchanges.call(request, body, attempt, subject)) {
            return answers.data(response.json());
        }
    }

    private MutableHttpRequest<?> json(HttpMethod method, String path) {
        return exchanges.request(method, path).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private MutableHttpRequest<?> archive(String path) {
        MutableHttpRequest<?> request = exchanges.request(HttpMethod.GET, path);
        request.getHeaders().set(HttpHeaders.ACCEPT, ACCEPT_ARCHIVE);
        return request;
    }

    private CloseableByteBody bytes(Object body) {
        try {
            return Bodies.FACTORY.adapt(ReadBufferFactory.getJdkFactory().adapt(json.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new IllegalStateException("a wire record could not be written", e);
        }
    }
}
