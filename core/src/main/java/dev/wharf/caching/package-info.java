/**
 * Archives kept by their hash, so that none is downloaded twice. Knows no users and no rules of binding, and opens no
 * file itself: a store does. May use {@code dev.wharf.integrity}, and what that may use.
 */
@NullMarked
package dev.wharf.caching;

import org.jspecify.annotations.NullMarked;
