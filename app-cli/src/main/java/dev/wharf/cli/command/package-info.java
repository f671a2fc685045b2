/** The commands, one class each. May use {@code dev.wharf.cli.console} and {@code dev.wharf.cli.target}. */
@NullMarked
package dev.wharf.cli.command;

import org.jspecify.annotations.NullMarked;
