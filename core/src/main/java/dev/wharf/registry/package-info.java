/**
 * The registry of our own: the rules of binding and ownership over a catalog and an archive store, keys, sealed values.
 * Knows neither SQL nor HTTP, and has no thread of its own. May use {@code dev.wharf.model}, {@code dev.wharf.port},
 * {@code dev.wharf.integrity}, {@code dev.wharf.packaging} and {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.registry;

import org.jspecify.annotations.NullMarked;
