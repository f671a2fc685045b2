/**
 * Everything that can go wrong, as one sealed hierarchy with one unchecked exception type per kind. Knows no HTTP status
 * and no exit code: the apps map kinds to those, each in one place.
 */
@NullMarked
package dev.wharf.failure;

import org.jspecify.annotations.NullMarked;
