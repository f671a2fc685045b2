/**
 * What is wrong with a project, found by reading it. May use {@code dev.wharf.packaging.selection}, {@code dev.wharf.port},
 * {@code dev.wharf.model} and {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.packaging.check;

import org.jspecify.annotations.NullMarked;
