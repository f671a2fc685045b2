package dev.wharf.server.request;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.model.Principal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Finds out who calls, before anything else of the API is looked at, even whether the path exists. */
@ServerFilter("/v1/**")
@Order(AuthenticationFilter.ORDER)
class AuthenticationFilter {
    /** After the request has its identity. */
    static final int ORDER = RequestIdFilter.ORDER + 100;

    private final Authenticator authenticator;
    private final FailedAttempts failedAttempts;

    AuthenticationFilter(Authenticator authenticator, FailedAttempts failedAttempts) {
        this.authenticator = authenticator;
        this.failedAttempts = failedAttempts;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Mono<HttpRequest<?>> authenticate(HttpRequest<?> request) {
        String address = address(request);
        try {
            BasicCredentials sent = BasicCredentials.parse(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
            Principal principal = authenticator.authenticate(sent.key(), sent.secret());
            failedAttempts.succeeded(address);
            Caller.set(request, principal);
            return Mono.just(request);
        } catch (NotAuthenticatedException e) {
            Duration wait = failedAttempts.failed(address);
            return Mono.delay(wait).then(Mono.error(e));
        }
    }

    private static String address(HttpRequest<?> request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote.getAddress();
        return address == null ? remote.getHostString() : address.getHostAddress();
    }
}
