/**
 * The archive store on a file system, connector projects in directories, and files read from and written to by users. May use
 * {@code core} and the JDK only.
 */
@NullMarked
package dev.wharf.filesystem;

import org.jspecify.annotations.NullMarked;
