package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.IgnoreLine;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** The vendor's packagers 2.3.3 to 2.8.0 read {@code .ftignore}; since 2.8.1 they read {@code .gitignore} only. */
final class RetiredIgnoreFileCheck implements Check {
    private static final String NAME = ".ftignore";
    private static final int MAX_FINDINGS = 10;

    @Override
    public List<Finding> findings(CheckedProject project) {
        Text text = project.hasRootFile(NAME) ? project.text(NAME) : null;
        return text == null
                ? List.of()
                : IgnoreLine.read("", text.content()).stream()
                        .flatMap(line -> finding(project, line))
                        .limit(MAX_FINDINGS)
                        .toList();
    }

    private static Stream<Finding> finding(CheckedProject project, IgnoreLine line) {
        List<String> shipped = project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(line::leavesOut)
                .toList();
        return shipped.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        Rule.RETIRED_IGNORE_FILE,
                        NAME,
                        line.line(),
                        "The pattern '" + line.text() + "' matches files that go into the archive: "
                                + Listed.of(shipped)
                                + ". This file is no longer read. The vendor's packager 2.8.1 replaced it with"
                                + " .gitignore.",
                        "Move its patterns to .gitignore."));
    }
}
