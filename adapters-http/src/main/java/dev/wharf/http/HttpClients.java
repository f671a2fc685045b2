package dev.wharf.http;

import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.ssl.ClientSslConfiguration;
import io.micronaut.http.ssl.SslConfiguration;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Makes the transport's clients, as all that is said over them needs them. */
final class HttpClients {
    private HttpClients() {}

    /** A client; null waits for answers for ever. The caller closes it. */
    static RawHttpClient create(HttpAccountSettings settings, @Nullable Duration readTimeout) {
        HttpClientConfiguration configuration =
                configuration("https".equalsIgnoreCase(settings.url().getScheme()));
        configuration.setConnectTimeout(settings.connectTimeout());
        configuration.setReadTimeout(readTimeout);
        // The client makes one for itself, which is the same, and must not begin beside whoever is at it.
        WireMapper.get();
        return RawHttpClient.create(null, configuration);
    }

    /** Has a first client made, by a thread of its own: what it takes is loaded then. */
    static void prepare() {
        WireMapper.prepare();
        // Whatever goes wrong, whoever needs a client is told of it then.
        FutureTask<Void> making = new FutureTask<>(() -> {
            WireMapper.get();
            RawHttpClient.create(null, configuration(false)).close();
            return null;
        });
        Thread thread = new Thread(making, "wharf-prepare-client");
        thread.setDaemon(true);
        thread.start();
    }

    private static HttpClientConfiguration configuration(boolean tls) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        // Calls block, so none is under way when a client is closed; waiting for stragglers costs a tenth of a second
        // each.
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        if (!tls) {
            // Then the trusted certificates need not be read, which costs a short command more than its call.
            SslConfiguration none = new ClientSslConfiguration();
            none.setEnabled(false);
            configuration.setSslConfiguration(none);
        }
        return configuration;
    }
}
