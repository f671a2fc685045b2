/**
 * What a connection is to be like: options, configuration files, options files. Asks no registry.
 */
@NullMarked
package dev.wharf.cli.command.settings;

import org.jspecify.annotations.NullMarked;
