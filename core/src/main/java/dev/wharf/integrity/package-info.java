/**
 * Whether bytes are what they should be: the hash is taken in the pass that moves them, and what does not match never
 * counts as received. Knows no cache, no catalog and no HTTP. May use {@code dev.wharf.model}, {@code dev.wharf.port} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.integrity;

import org.jspecify.annotations.NullMarked;
