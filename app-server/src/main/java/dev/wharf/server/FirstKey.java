package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.registry.ApiKeys;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Sees to it that a new registry has one administrator's key: the operator's, or a random one that is printed once. */
@Singleton
class FirstKey {
    private static final Principal ADMIN = new Principal(new UserId("admin"), Role.ADMIN);

    private final ApiKeys keys;
    private final @Nullable String chosenKey;
    private final @Nullable String chosenSecret;

    FirstKey(
            ApiKeys keys,
            @Property(name = "wharf.bootstrap.key") @Nullable String chosenKey,
            @Property(name = "wharf.bootstrap.secret") @Nullable String chosenSecret) {
        this.keys = keys;
        this.chosenKey = chosenKey;
        this.chosenSecret = chosenSecret;
    }

    void ensure(PrintWriter out) {
        String key = chosenKey;
        String secret = chosenSecret;
        if ((key == null) != (secret == null)) {
            throw new InvalidRequestException(
                    "Only one of WHARF_BOOTSTRAP_KEY and WHARF_BOOTSTRAP_SECRET is set.", "Set both, or neither.");
        }
        if (key != null && secret != null) {
            keys.createFirst(key, secret, ADMIN);
            return;
        }
        keys.createFirst(ADMIN).ifPresent(issued -> {
            out.println("First start. The administrator's API key follows. It is shown only once.");
            IssuedKey.print(issued, out);
        });
    }
}
