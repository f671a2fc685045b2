package dev.wharf.server.request;

import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.RateLimitedException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.Principal;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Finds out who calls, before anything else of the API is looked at, even whether the path exists. */
@ServerFilter("/v1/**")
@Order(AuthenticationFilter.ORDER)
class AuthenticationFilter {
    /** After the request has its identity. */
    static final int ORDER = RequestIdFilter.ORDER + 100;

    private final GuardedAuthentication authentication;
    private final RefusedAnswers refusedAnswers = new RefusedAnswers();

    AuthenticationFilter(GuardedAuthentication authentication) {
        this.authentication = authentication;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Mono<HttpRequest<?>> authenticate(HttpRequest<?> request) {
        BasicCredentials sent = BasicCredentials.parse(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        String address = CallerAddress.of(request.getRemoteAddress());
        try {
            Principal principal = authentication.authenticate(address, sent);
            Caller.set(request, principal);
            return Mono.just(request);
        } catch (NotAuthenticatedException | RateLimitedException e) {
            return refuse(address, e);
        }
    }

    /** Later and later, so that one connection can try little; where many wait already, at once: waiting costs us more. */
    private Mono<HttpRequest<?>> refuse(String address, WharfException refusal) {
        Duration wait = refusedAnswers.refused(address);
        if (wait == null) {
            return Mono.error(refusal);
        }
        return Mono.delay(wait).doFinally(end -> refusedAnswers.sent(address)).then(Mono.error(refusal));
    }
}
