package dev.wharf.testkit.server;

import dev.wharf.registry.HostedRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a test controls of a running server. It is a bean of the servers that {@link WharfServer} starts and of no other, and the
 * beans of this package are there only beside it.
 */
final class Backstage {
    private final RequestLog requests = new RequestLog();
    private final ScriptedAnswers answers = new ScriptedAnswers();
    private volatile @Nullable OpenRegistry registry;

    RequestLog requests() {
        return requests;
    }

    ScriptedAnswers answers() {
        return answers;
    }

    void show(OpenRegistry next) {
        registry = next;
    }

    OpenRegistry registry() {
        return Objects.requireNonNull(registry);
    }

    HostedRegistry hosted() {
        return registry().hosted();
    }
}
