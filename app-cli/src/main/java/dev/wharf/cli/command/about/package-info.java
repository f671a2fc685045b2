/**
 * What {@code wharf} says of itself and its surroundings: {@code doctor}, {@code completion}. Changes nothing.
 */
@NullMarked
package dev.wharf.cli.command.about;

import org.jspecify.annotations.NullMarked;
