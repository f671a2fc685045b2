/**
 * What became of an upload whose answer was lost, found out before it is sent again. Has no thread of its own and keeps
 * nothing beyond the call. May use {@code dev.wharf.integrity}, and what that may use.
 */
@NullMarked
package dev.wharf.settling;

import org.jspecify.annotations.NullMarked;
