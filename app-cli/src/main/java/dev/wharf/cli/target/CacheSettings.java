package dev.wharf.cli.target;

import dev.wharf.cli.console.Sizes;
import dev.wharf.failure.InvalidRequestException;
import java.nio.file.Path;

/**
 * How downloaded archives are kept on this machine.
 *
 * @param directory where, which need not exist
 * @param maxBytes how many bytes all of them together may have
 */
record CacheSettings(Path directory, long maxBytes) {
    /** The environment variable that bounds the cache. */
    static final String MAX_BYTES = "WHARF_CACHE_MAX_BYTES";

    static final long DEFAULT_MAX_BYTES = 2L << 30;

    /**
     * Settings with a bound as a user wrote it.
     *
     * @param origin where it was written
     * @throws InvalidRequestException if it is not a size
     */
    static CacheSettings of(Path directory, String maxBytes, String origin) {
        return new CacheSettings(
                directory,
                Sizes.parse(maxBytes)
                        .orElseThrow(() -> new InvalidRequestException(
                                origin + " is not a size.", "Give a number of bytes, or one such as 500M or 2G.")));
    }
}
