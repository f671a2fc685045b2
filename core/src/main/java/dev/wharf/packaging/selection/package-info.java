/**
 * Which files of a project go into its archive, and why the others do not. May use {@code dev.wharf.port} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.packaging.selection;

import org.jspecify.annotations.NullMarked;
