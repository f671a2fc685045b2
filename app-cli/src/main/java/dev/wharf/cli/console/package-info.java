/**
 * What the program shows and asks: tables, JSON, notes, questions, failures. Knows the core's failures and nothing of
 * commands or accounts.
 */
@NullMarked
package dev.wharf.cli.console;

import org.jspecify.annotations.NullMarked;
