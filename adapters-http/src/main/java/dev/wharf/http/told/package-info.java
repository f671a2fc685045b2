/**
 * What an account tells, read with an open mind: identifiers, names and users are opaque text of any form and length; a field may be
 * null, absent, new, or of another type. Rules of form are not asked here: they hold where Wharf makes a thing. One item that cannot be
 * understood never hides the others. Whatever has no component in the model, or is not as expected, is kept as it came, so that a
 * gateway can pass it on. May use the model and the wire's {@code JsonFields}; knows no call and no status.
 */
@NullMarked
package dev.wharf.http.told;

import org.jspecify.annotations.NullMarked;
