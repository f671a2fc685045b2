package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.port.VersionControl;
import dev.wharf.port.VersionControl.IgnoredBy;
import dev.wharf.port.VersionControl.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where this directory and a fresh clone of its repository would make different archives: files that git ignores or does not
 * track, and yet go in; execute bits that are not those it records. Only of connectors that git tracks.
 */
final class VersionControlCheck implements Check {
    /** So many are asked about; a directory with more of them has another problem. */
    private static final int MAX_ASKED = 2000;

    private static final String CLONE = "A fresh clone builds another archive.";

    @Override
    public List<Finding> findings(CheckedProject project) {
        Map<String, Recorded> recorded = project.recorded().orElse(Map.of());
        VersionControl known = project.versionControl();
        if (known == null || !recorded.containsKey(ConnectorFileCheck.CONNECTOR)) {
            return List.of();
        }
        List<String> unknown = project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> !isRecorded(recorded, path) && !isOurForm(project, path))
                .toList();
        List<Finding> findings = new ArrayList<>();
        Map<String, IgnoredBy> ignored =
                unknown.isEmpty() ? Map.of() : known.ignored(unknown.subList(0, Math.min(MAX_ASKED, unknown.size())));
        ignored(ignored, findings);
        List<String> untracked =
                unknown.stream().filter(path -> !ignored.containsKey(path)).toList();
        if (!untracked.isEmpty()) {
            findings.add(Finding.warning(
                    Rule.UNTRACKED_FILE,
                    untracked.get(0),
                    0,
                    "It goes into the archive, but git does not track it" + others(untracked) + ". " + CLONE,
                    "Run 'git add' on it, or list it in .gitignore."));
        }
        executeBits(project, recorded, findings);
        return findings;
    }

    private static void ignored(Map<String, IgnoredBy> ignored, List<Finding> findings) {
        Map<String, List<String>> byPattern = new TreeMap<>();
        Map<String, IgnoredBy> patterns = new TreeMap<>();
        new TreeMap<>(ignored).forEach((path, by) -> {
            String key = by.file() + "\n" + by.line();
            byPattern.computeIfAbsent(key, k -> new ArrayList<>()).add(path);
            patterns.put(key, by);
        });
        byPattern.forEach((key, paths) -> {
            IgnoredBy by = patterns.get(key);
            if (by != null) {
                findings.add(Finding.warning(
                        Rule.IGNORED_BY_GIT,
                        by.file(),
                        by.line(),
                        "git ignores files by '" + by.pattern() + "' that go into the archive: " + Listed.of(paths)
                                + ". The packager reads only the .gitignore files in the project. " + CLONE,
                        "Add to the project's own .gitignore: " + by.pattern()));
            }
        });
    }

    private static void executeBits(CheckedProject project, Map<String, Recorded> recorded, List<Finding> findings) {
        List<String> different = project.selection().files().stream()
                .filter(file -> {
                    Recorded known = recorded.get(file.path());
                    return known != null && known.isFile() && known.isExecutable() != file.isExecutable();
                })
                .map(ProjectFile::path)
                .toList();
        if (different.isEmpty()) {
            return;
        }
        String first = different.get(0);
        boolean isExecutable =
                project.packaged(first).map(ProjectFile::isExecutable).orElse(false);
        findings.add(Finding.warning(
                Rule.EXECUTE_BIT,
                first,
                0,
                (isExecutable ? "It is executable here, but not in git" : "It is not executable here, but it is in git")
                        + others(different) + ". " + CLONE,
                "Package what git records with --execute-bits git. Or make both the same: chmod "
                        + (isExecutable ? "-x " : "+x ") + first + ", or git update-index --chmod="
                        + (isExecutable ? "+x " : "-x ") + first));
    }

    private static String others(List<String> paths) {
        return paths.size() == 1 ? "" : "; the same with " + Listed.of(paths.subList(1, paths.size()));
    }

    /** Itself, or by the link or the submodule that it lies in. */
    private static boolean isRecorded(Map<String, Recorded> recorded, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Recorded known = recorded.get(path.substring(0, end));
            if (known != null) {
                return true;
            }
        }
        return false;
    }

    /** The form that every archive has, where the project has none. */
    private static boolean isOurForm(CheckedProject project, String path) {
        return path.equals(ConfigurationFormCheck.FORM) && !project.hasRootFile(path);
    }
}
