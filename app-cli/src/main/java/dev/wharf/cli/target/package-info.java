/**
 * Where a command works: the options all commands share, environment, profiles, credentials, and the account that these
 * lead to. May use {@code dev.wharf.cli.console}.
 */
@NullMarked
package dev.wharf.cli.target;

import org.jspecify.annotations.NullMarked;
