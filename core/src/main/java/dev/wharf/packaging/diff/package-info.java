/**
 * What differs between two packages. May use {@code dev.wharf.packaging}, {@code dev.wharf.packaging.selection} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.packaging.diff;

import org.jspecify.annotations.NullMarked;
