/**
 * The program {@code wharf}: the commands put together by hand, run, and their outcome turned into an exit code. Nothing
 * else may use this package.
 */
@NullMarked
package dev.wharf.cli;

import org.jspecify.annotations.NullMarked;
