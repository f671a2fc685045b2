/**
 * What several commands use. Each command lives in the package of its noun below; none of those may be used from here.
 */
@NullMarked
package dev.wharf.cli.command;

import org.jspecify.annotations.NullMarked;
