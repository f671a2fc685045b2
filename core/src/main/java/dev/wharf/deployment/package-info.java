/**
 * Bringing a connector to work: upload its archive and bind it to its connection, repeatably. May use every other package of
 * core.
 */
@NullMarked
package dev.wharf.deployment;

import org.jspecify.annotations.NullMarked;
