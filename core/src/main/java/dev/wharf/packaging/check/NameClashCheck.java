package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import java.util.List;

/** Names that some file systems take for one. */
final class NameClashCheck implements Check {
    @Override
    public List<Finding> findings(CheckedProject project) {
        return NameClashes.in(
                project.selection().files().stream().map(ProjectFile::path).toList());
    }
}
