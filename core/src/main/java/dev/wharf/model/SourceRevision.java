package dev.wharf.model;

import org.jspecify.annotations.Nullable;

/**
 * What a connector was built from, in the words of its version control.
 *
 * @param commit the commit's name
 * @param branch the branch that was checked out; null if none was
 * @param modified whether the directory differed from the commit, or may have
 */
public record SourceRevision(String commit, @Nullable String branch, boolean modified) {}
