package dev.wharf.server;

import dev.wharf.filesystem.DataDirectory;
import dev.wharf.jdbc.JdbcCatalog;
import dev.wharf.registry.ApiKeys;
import dev.wharf.server.request.Authenticator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the server is made of, whatever account it publishes: a data directory, a catalog in it, and the keys in that. */
@Factory
final class Composition {

    @Singleton
    DataDirectory dataDirectory(ServerSettings settings) {
        return new DataDirectory(settings.data()).create();
    }

    @Singleton
    @Bean(preDestroy = "close")
    JdbcCatalog catalog(DataDirectory directory) {
        return JdbcCatalog.sqlite(directory.catalog());
    }

    @Singleton
    ApiKeys apiKeys(JdbcCatalog catalog) {
        return new ApiKeys(catalog, InstantSource.system());
    }

    @Singleton
    Authenticator authenticator(ApiKeys keys) {
        return keys::authenticate;
    }
}
