package dev.wharf.server;

import dev.wharf.http.Credentials;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.registry.ApiKeys;
import dev.wharf.registry.HostedRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real server in this process: a free port, a data directory, real sockets. */
final class RunningServer implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    RunningServer(Path data) {
        this(data, Map.of());
    }

    RunningServer(Path data, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("wharf.data", data.toString());
        all.put("micronaut.server.port", 0);
        context = ApplicationContext.builder()
                .properties(all)
                .deduceEnvironment(false)
                .banner(false)
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    URI url() {
        return server.getURI();
    }

    Credentials newKey(String user, Role role) {
        ApiKeys.Issued issued = context.getBean(ApiKeys.class).create(new Principal(new UserId(user), role));
        return new Credentials(issued.key().id(), issued.secret());
    }

    ApiKeys keys() {
        return context.getBean(ApiKeys.class);
    }

    HostedRegistry registry() {
        return context.getBean(HostedRegistry.class);
    }

    Calls as(Credentials credentials) {
        return new Calls(url(), credentials);
    }

    Calls asAdmin() {
        return as(newKey("admin", Role.ADMIN));
    }

    @Override
    public void close() {
        context.stop();
    }
}
