package dev.wharf.http.network;

import org.jspecify.annotations.Nullable;

/**
 * How an address is reached.
 *
 * @param proxy the proxy that leads there; null for none
 * @param origin what says so, such as {@code HTTPS_PROXY} or {@code NO_PROXY}; empty where nobody says anything
 */
public record Way(@Nullable ForwardProxy proxy, String origin) {
    /** There is nothing between. */
    public static final Way DIRECT = new Way(null, "");
}
