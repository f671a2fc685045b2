package dev.wharf.packaging;

import java.util.List;

/**
 * What goes into a project's archive and what does not.
 *
 * @param files what goes in, sorted by the bytes of their paths
 * @param excluded what does not, and why, sorted likewise
 */
public record Selection(List<ProjectFile> files, List<Exclusion> excluded) {
    /**
     * Copies both lists.
     *
     * @param files what goes in, sorted by the bytes of their paths
     * @param excluded what does not, and why, sorted likewise
     */
    public Selection {
        files = List.copyOf(files);
        excluded = List.copyOf(excluded);
    }
}
