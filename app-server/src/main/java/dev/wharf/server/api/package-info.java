/**
 * The endpoints of the REST API over any account. May use the wire records, core, and the packages beside it.
 */
@NullMarked
package dev.wharf.server.api;

import org.jspecify.annotations.NullMarked;
