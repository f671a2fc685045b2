/**
 * How archives come in and go out as streams.
 */
@NullMarked
package dev.wharf.server.transfer;

import org.jspecify.annotations.NullMarked;
