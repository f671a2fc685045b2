/**
 * One abstract contract test per port and in-memory fakes. Whoever writes an adapter inherits the contract of its port.
 * May use core, JUnit, AssertJ and Jimfs.
 */
@NullMarked
package dev.wharf.testkit;

import org.jspecify.annotations.NullMarked;
