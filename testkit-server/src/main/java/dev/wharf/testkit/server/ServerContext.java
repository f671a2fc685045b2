package dev.wharf.testkit.server;

import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.registry.RegistrySettings;
import dev.wharf.registry.SetupTestSettings;
import dev.wharf.registry.SyncSettings;
import dev.wharf.server.ServerSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The server's beans, made of its own settings and those of a test, and of nothing else that is around. */
final class ServerContext {
    private static final String SETTINGS = "application.yml";

    private ServerContext() {}

    static ApplicationContext start(Path data, Map<String, Object> asked, Backstage backstage) {
        Map<String, Object> settings = new HashMap<>(ownSettings());
        settings.putAll(asked);
        settings.put("wharf.data", data.toString());
        settings.put("micronaut.server.host", "127.0.0.1");
        settings.put("micronaut.server.port", 0);
        // A request that a test lets hang must not hold up the end.
        settings.put("micronaut.lifecycle.graceful-shutdown.enabled", false);
        return ApplicationContext.builder()
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings)
                .singletons(backstage)
                .start();
    }

    /** What the server comes with. Where a Micronaut application is tested, its file of this name comes first on the class path. */
    private static Map<String, Object> ownSettings() {
        YamlPropertySourceLoader yaml = new YamlPropertySourceLoader(false);
        try {
            for (URL each :
                    Collections.list(ServerContext.class.getClassLoader().getResources(SETTINGS))) {
                try (InputStream text = each.openStream()) {
                    Map<String, Object> settings = yaml.read(SETTINGS, text);
                    if ("wharf-server".equals(settings.get("micronaut.application.name"))) {
                        return settings;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(
                "wharf-app-server's " + SETTINGS + " is not on the class path: add its whole jar.");
    }

    /** What the registry of a server is to be like, by the server's own settings. */
    static RegistrySettings registrySettings(ApplicationContext context) {
        ServerSettings server = context.getBean(ServerSettings.class);
        return new RegistrySettings(
                server.accountName(),
                server.binding(),
                ArchiveLimits.DEFAULT.withMaxBytes(server.maxArchiveBytes()),
                server.archiveGrace(),
                context.getBean(SetupTestSettings.class),
                context.getBean(SyncSettings.class));
    }
}
