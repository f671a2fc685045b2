/**
 * Python source, read and never run: how it is decoded, its tokens, lines and blocks, what it imports, names and binds, and which
 * of its names stand for the vendor's class. May use {@code dev.wharf.packaging.text}. Knows no project, no file and no finding:
 * what is wrong is for {@code dev.wharf.packaging.check} to say, which alone uses this package. It is no promise to others and may
 * change at any time.
 */
@NullMarked
package dev.wharf.packaging.python;

import org.jspecify.annotations.NullMarked;
