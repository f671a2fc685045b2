/**
 * What every request goes through before its endpoint: its identity, its caller, what it accepts.
 */
@NullMarked
package dev.wharf.server.request;

import org.jspecify.annotations.NullMarked;
