/**
 * An account over the REST API. May use core, Micronaut's HTTP client and Serde. The JSON itself is in
 * {@code dev.wharf.http.wire}.
 */
@NullMarked
package dev.wharf.http;

import org.jspecify.annotations.NullMarked;
