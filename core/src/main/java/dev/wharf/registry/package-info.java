/**
 * The hosted registry: the rules of binding, ownership and integrity over a catalog and an archive store; and the decorators
 * of a registry. May use {@code dev.wharf.model}, {@code dev.wharf.port}, {@code dev.wharf.packaging} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.registry;

import org.jspecify.annotations.NullMarked;
