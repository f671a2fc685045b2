/**
 * The commands of {@code wharf destinations}. May use what all commands use, and no other command.
 */
@NullMarked
package dev.wharf.cli.command.destinations;

import org.jspecify.annotations.NullMarked;
