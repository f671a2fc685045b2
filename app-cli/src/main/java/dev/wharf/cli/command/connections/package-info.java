/**
 * The commands of {@code wharf connections}, and those that watch one: {@code sync} and {@code status}. May use
 * {@code settings}, and what all commands use.
 */
@NullMarked
package dev.wharf.cli.command.connections;

import org.jspecify.annotations.NullMarked;
