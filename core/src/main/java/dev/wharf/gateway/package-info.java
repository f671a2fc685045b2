/**
 * One account, opened to many: users, roles, a record and a cache in front of it. Knows no HTTP: the account behind it is a
 * {@code dev.wharf.port.Account} as any other. May use {@code dev.wharf.registry}, {@code dev.wharf.caching},
 * {@code dev.wharf.settling}, {@code dev.wharf.integrity}, and what these may use.
 */
@NullMarked
package dev.wharf.gateway;

import org.jspecify.annotations.NullMarked;
