package dev.wharf.packaging.diff;

import dev.wharf.packaging.selection.ProjectFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs between two packages.
 *
 * @param before the file as it was; null if it was not there
 * @param after the file as it is; null if it is not there
 * @param hasOtherContent whether its bytes differ; true for a file that is in one package only
 */
public record FileChange(@Nullable ProjectFile before, @Nullable ProjectFile after, boolean hasOtherContent) {
    /** What happened to a file. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** Its bytes or its execute bit are others. */
        CHANGED
    }

    /**
     * A change.
     *
     * @param before the file as it was; null if it was not there
     * @param after the file as it is; null if it is not there
     * @param hasOtherContent whether its bytes differ
     * @throws IllegalArgumentException if the file is in neither package
     */
    public FileChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a file that is nowhere has not changed");
        }
    }

    /**
     * What happened to the file.
     *
     * @return the kind of change
     */
    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /**
     * The file's path.
     *
     * @return the path, the same in both packages
     */
    public String path() {
        return Objects.requireNonNull(before == null ? after : before).path();
    }

    /**
     * Whether the owner's execute bit differs.
     *
     * @return false for a file that is in one package only
     */
    public boolean hasOtherMode() {
        return before != null && after != null && before.isExecutable() != after.isExecutable();
    }
}
