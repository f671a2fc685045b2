/**
 * What a hosted registry asks of whatever keeps its records: one small interface for each subject, read outside a change and
 * written within one. Used by the registry, the gateway and the adapters that implement it. Deliberately absent: rules of
 * the registry, bytes of archives, and any word of a database.
 */
@NullMarked
package dev.wharf.port.catalog;

import org.jspecify.annotations.NullMarked;
