/**
 * {@code deploy}, {@code history} and {@code rollback}. May use {@code project}, {@code settings}, {@code connections}, and what
 * all commands use.
 */
@NullMarked
package dev.wharf.cli.command.deploy;

import org.jspecify.annotations.NullMarked;
