/**
 * A folder or an archive and what can be made of it, seen in it or compared: {@code package}, {@code inspect}, {@code diff}.
 * May use what all commands use.
 */
@NullMarked
package dev.wharf.cli.command.project;

import org.jspecify.annotations.NullMarked;
