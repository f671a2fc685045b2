/**
 * How failures, ours and the framework's, become answers.
 */
@NullMarked
package dev.wharf.server.error;

import org.jspecify.annotations.NullMarked;
