/**
 * The program {@code wharf-server}: its command line, its settings, and what it is composed of.
 */
@NullMarked
package dev.wharf.server;

import org.jspecify.annotations.NullMarked;
