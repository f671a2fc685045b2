package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.OutsideLink;
import dev.wharf.packaging.selection.ProjectFile;
import java.util.List;

/**
 * Links out of the project by an absolute path: what they lead to goes in, and is on no other machine. A relative one leads to
 * where its repository has something, and is only told of where somebody asks.
 */
final class OutsideLinkCheck implements Check {
    private static final int MAX_FINDINGS = 20;

    @Override
    public List<Finding> findings(CheckedProject project) {
        return project.selection().outsideLinks().stream()
                .filter(link -> isAbsolute(link.target()))
                .limit(MAX_FINDINGS)
                .map(link -> finding(project, link))
                .toList();
    }

    private static boolean isAbsolute(String target) {
        return target.startsWith("/") || target.startsWith("\\") || target.indexOf(':') == 1;
    }

    private static Finding finding(CheckedProject project, OutsideLink link) {
        List<ProjectFile> files = project.selection().files().stream()
                .filter(f -> f.path().equals(link.path()) || f.path().startsWith(link.path() + "/"))
                .toList();
        return Finding.warning(
                Rule.OUTSIDE_LINK,
                link.path(),
                0,
                "It is a link that leads out of the project, to " + link.target() + ": " + Listed.count(files.size())
                        + " ("
                        + Listed.size(
                                files.stream().mapToLong(ProjectFile::size).sum())
                        + ") from there go into the archive. Packaging fails on machines without them.",
                "Copy what the connector needs into the project, or list the link in .gitignore: /" + link.path());
    }
}
