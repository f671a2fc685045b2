/**
 * Credentials in a file, found by their shape, by what they are called, or by the file's name. {@code SecretSearch} is the way in. May
 * use {@code dev.wharf.packaging.text} and {@code dev.wharf.port}. Asks nobody whether what it finds is valid, and knows neither what
 * is allowed nor how it is said: that is for {@code dev.wharf.packaging.check}, which alone uses this package. It is no promise to
 * others and may change at any time.
 */
@NullMarked
package dev.wharf.packaging.secrets;

import org.jspecify.annotations.NullMarked;
