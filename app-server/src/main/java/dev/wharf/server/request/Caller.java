package dev.wharf.server.request;

import dev.wharf.model.Principal;
import dev.wharf.port.Account;
import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives endpoints the account as their caller sees it. */
@Singleton
public class Caller implements TypedRequestArgumentBinder<Account> {
    private static final String ATTRIBUTE = "wharf.principal";

    private final Accounts accounts;

    Caller(Accounts accounts) {
        this.accounts = accounts;
    }

    static void set(HttpRequest<?> request, Principal principal) {
        request.setAttribute(ATTRIBUTE, principal);
    }

    /**
     * Who calls.
     *
     * @param request the request
     * @return the user; empty only where nobody needs to say so
     */
    public static String userOf(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Principal.class)
                .map(principal -> principal.user().value())
                .orElse("");
    }

    @Override
    public Argument<Account> argumentType() {
        return Argument.of(Account.class);
    }

    @Override
    public BindingResult<Account> bind(ArgumentConversionContext<Account> context, HttpRequest<?> source) {
        Optional<Account> account = source.getAttribute(ATTRIBUTE, Principal.class)
                .map(principal -> accounts.of(principal, ReadNotes.of(source)));
        return () -> account;
    }
}
