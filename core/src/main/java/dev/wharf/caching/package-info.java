/**
 * What was fetched once and need not be fetched again. May use {@code dev.wharf.model}, {@code dev.wharf.port},
 * {@code dev.wharf.registry} and {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.caching;

import org.jspecify.annotations.NullMarked;
