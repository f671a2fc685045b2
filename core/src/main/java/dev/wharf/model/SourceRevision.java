package dev.wharf.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a connector was built from, in the words of its version control.
 *
 * @param commit the commit's name
 * @param branch the branch that was checked out; null if none was, or none is told
 * @param modified whether the directory differed from the commit, or may have; false where the commit is the word of a CI job, which
 *     compares nothing
 */
public record SourceRevision(String commit, @Nullable String branch, boolean modified) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int LONGEST_BRANCH = 200;

    /**
     * Whether a text is a commit's full name, as git writes it.
     *
     * @param text the text
     * @return whether it is 40 hexadecimal digits, or the 64 of a repository by SHA-256
     */
    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    /**
     * Whether a record takes a text as a branch's name.
     *
     * @param text the text
     * @return false if it is empty, longer than 200 characters, or has control characters
     */
    public static boolean isBranch(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_BRANCH
                && text.chars().noneMatch(Character::isISOControl);
    }

    /**
     * The same commit on a branch.
     *
     * @param name the branch; null for none
     * @return the revision
     */
    public SourceRevision on(@Nullable String name) {
        return new SourceRevision(commit, name, modified);
    }
}
