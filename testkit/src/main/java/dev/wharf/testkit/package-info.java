/**
 * One abstract contract test per port, in-memory fakes and fault injection, for whoever writes an adapter or embeds Wharf.
 * May use {@code core}, JUnit, AssertJ and jimfs.
 */
@NullMarked
package dev.wharf.testkit;

import org.jspecify.annotations.NullMarked;
