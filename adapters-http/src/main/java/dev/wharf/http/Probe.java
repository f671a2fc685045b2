package dev.wharf.http;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.UnavailableException;
import dev.wharf.http.network.Network;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.RawHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Finds out whether anybody answers at an address, by the way that calls take. Shows no credentials but a proxy's own. */
public final class Probe {
    private Probe() {}

    /**
     * Asks for nothing in particular.
     *
     * @param url an http or https address of a host
     * @param network how the network is
     * @param patience how long to wait for a connection, and for an answer
     * @return the time that whoever answered tells, if it does
     * @throws UnavailableException if nobody answers, or the proxy does not lead there; its message says why
     * @throws InvalidRequestException if what is set of proxies and certificates makes no sense
     */
    public static Optional<Instant> answers(URI url, Network network, Duration patience) {
        Route route = Route.to(url, network);
        TransportFailures failures = new TransportFailures(route, patience);
        try (RawHttpClient client = new HttpClients(route, patience).create(patience)) {
            HttpResponse<?> answer = Mono.<HttpResponse<?>>from(client.exchange(
                            HttpRequest.create(HttpMethod.HEAD, url.toString()), null, Thread.currentThread()))
                    .blockOptional()
                    .orElseThrow(failures::closed);
            if (answer instanceof ByteBodyHttpResponse<?> raw) {
                raw.close();
            }
            UnavailableException ofProxy =
                    ProxyFailures.explain(answer.code(), false, "", OnTheWay.of(answer.getHeaders()), route);
            if (ofProxy != null) {
                throw ofProxy;
            }
            String date = answer.getHeaders().get(HttpHeaders.DATE);
            return Optional.ofNullable(date == null ? null : RetryAfter.date(date.strip()));
        } catch (IOException e) {
            throw new UnavailableException("The connection to the registry could not be closed.", null, e);
        } catch (RuntimeException e) {
            throw failures.of(e, null);
        }
    }
}
