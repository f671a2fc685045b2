/**
 * What an account tells, kept in memory: fresh for a while, and longer for the days on which the account cannot be asked. May
 * use core and Caffeine.
 */
@NullMarked
package dev.wharf.cache;

import org.jspecify.annotations.NullMarked;
