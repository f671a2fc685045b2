/**
 * The JSON of the REST API as records, the only place that knows it: the client reads and writes them, and so does the
 * server. May use core's values.
 */
@NullMarked
package dev.wharf.http.wire;

import org.jspecify.annotations.NullMarked;
