/**
 * What is wrong with a project, found by reading it: one class a check, and what several of them need to know of the project. May use
 * {@code dev.wharf.packaging.python}, {@code dev.wharf.packaging.secrets}, {@code dev.wharf.packaging.requirements},
 * {@code dev.wharf.packaging.selection}, {@code dev.wharf.packaging.text}, {@code dev.wharf.port}, {@code dev.wharf.model} and
 * {@code dev.wharf.failure}. Runs nothing of the project, and reads no language itself.
 */
@NullMarked
package dev.wharf.packaging.check;

import org.jspecify.annotations.NullMarked;
