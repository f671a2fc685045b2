/** How the network is: which proxy leads to an address, and whose certificates are trusted besides Java's own authorities. */
@NullMarked
package dev.wharf.http.network;

import org.jspecify.annotations.NullMarked;
