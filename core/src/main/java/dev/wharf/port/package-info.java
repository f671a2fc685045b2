/**
 * What adapters implement and apps call; the only package an adapter's author must read. Every port has an abstract
 * contract test in {@code wharf-testkit} which its implementations inherit. May use {@code dev.wharf.model} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.port;

import org.jspecify.annotations.NullMarked;
