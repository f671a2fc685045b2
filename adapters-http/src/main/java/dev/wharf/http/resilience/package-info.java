/**
 * An account that behaves on a bad day: calls that may be repeated are, with Resilience4j's policies, within a deadline. May use
 * {@code dev.wharf.http} and core.
 */
@NullMarked
package dev.wharf.http.resilience;

import org.jspecify.annotations.NullMarked;
