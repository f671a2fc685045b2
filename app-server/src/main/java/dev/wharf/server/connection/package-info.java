/**
 * What a connection must keep to before its requests reach anything else: the form of HTTP/1.1, and time.
 */
@NullMarked
package dev.wharf.server.connection;

import org.jspecify.annotations.NullMarked;
