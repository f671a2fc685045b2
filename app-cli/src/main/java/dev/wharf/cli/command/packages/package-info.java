/**
 * The commands of {@code wharf packages}. May use {@code project}, and what all commands use.
 */
@NullMarked
package dev.wharf.cli.command.packages;

import org.jspecify.annotations.NullMarked;
