/**
 * The values of the domain: identifiers, hashes, packages, connections, destinations, pages. Immutable, valid by
 * construction, free of any technology. May use {@code dev.wharf.failure} and the JDK only.
 */
@NullMarked
package dev.wharf.model;

import org.jspecify.annotations.NullMarked;
