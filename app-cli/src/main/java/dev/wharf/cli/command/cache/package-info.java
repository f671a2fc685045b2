/**
 * The commands of {@code wharf cache}. They never ask a registry.
 */
@NullMarked
package dev.wharf.cli.command.cache;

import org.jspecify.annotations.NullMarked;
