/**
 * What the small text files of a project say: how they are encoded, and what a configuration holds. May use
 * {@code dev.wharf.port} and {@code dev.wharf.model}.
 */
@NullMarked
package dev.wharf.packaging.text;

import org.jspecify.annotations.NullMarked;
