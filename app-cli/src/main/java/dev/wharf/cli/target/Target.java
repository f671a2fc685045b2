package dev.wharf.cli.target;

import dev.wharf.http.network.Network;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command works. */
public sealed interface Target {
    /**
     * A registry of the user's own, in a directory.
     *
     * @param directory the directory, which need not exist
     */
    record Local(Path directory) implements Target {}

    /**
     * An account behind the REST API.
     *
     * @param url where it is
     * @param urlOrigin what said so
     * @param credentials what opens it, if any were found
     * @param timeout how long to wait while nothing arrives; null for the default
     * @param maxWait how long it may ask to wait; null for the default
     * @param network how the network is
     */
    record Remote(
            URI url,
            String urlOrigin,
            Optional<FoundCredentials> credentials,
            @Nullable Duration timeout,
            @Nullable Duration maxWait,
            Network network)
            implements Target {}
}
