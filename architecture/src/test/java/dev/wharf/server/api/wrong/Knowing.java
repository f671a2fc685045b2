package dev.wharf.server.api.wrong;

import dev.wharf.registry.HostedRegistry;

/** An endpoint that knows what is behind the account, on purpose. */
final class Knowing {
    int sweep(HostedRegistry registry) {
        return registry.sweep();
    }
}
