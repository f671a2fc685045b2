/**
 * Bringing a connector to work: upload its archive and bind it to its connection, repeatably. Knows neither registry nor
 * gateway: it works over any account. May use {@code dev.wharf.integrity}, {@code dev.wharf.port}, {@code dev.wharf.model} and
 * {@code dev.wharf.failure}.
 */
@NullMarked
package dev.wharf.deployment;

import org.jspecify.annotations.NullMarked;
