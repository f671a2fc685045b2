/**
 * Archives: which files of a project go in, writing them reproducibly, reading any archive within bounds. May use
 * {@code dev.wharf.model}, {@code dev.wharf.port} and {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.packaging;

import org.jspecify.annotations.NullMarked;
