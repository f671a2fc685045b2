package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.IgnoreLine;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import dev.wharf.packaging.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that do nothing because of how their file is written. The packager's reading is the vendor's, so what they name goes
 * in; git reads some of these files otherwise, and so does who wrote them.
 */
final class IgnoreFileCheck implements Check {
    private static final String NAME = ".gitignore";
    private static final String SAVE =
            "Save the file as UTF-8 without a byte order mark, with Unix or Windows line endings.";

    @Override
    public List<Finding> findings(CheckedProject project) {
        return project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> path.equals(NAME) || path.endsWith("/" + NAME))
                .flatMap(path -> findings(project, path, project.text(path)).stream())
                .toList();
    }

    private static List<Finding> findings(CheckedProject project, String path, @Nullable Text text) {
        if (text == null || text.encoding() == TextEncoding.UNKNOWN) {
            return List.of();
        }
        String directory = path.substring(0, Math.max(0, path.length() - NAME.length() - 1));
        List<IgnoreLine> lines = IgnoreLine.read(directory, text.content());
        List<Finding> findings = new ArrayList<>();
        if (text.encoding().isWide() || text.content().indexOf('\0') >= 0) {
            findings.add(Finding.warning(
                    Rule.IGNORE_FILE,
                    path,
                    0,
                    "It holds zero bytes, like UTF-16 text. Its patterns match nothing, also in the vendor's packager.",
                    SAVE));
            return findings;
        }
        firstBehindMark(text, lines)
                .map(line -> doesNothing(project, path, line, "a byte order mark stands before it", SAVE))
                .ifPresent(findings::add);
        lines.stream()
                .filter(line -> !line.isPattern() && line.text().contains("["))
                .map(line -> doesNothing(
                        project, path, line, "its bracket is not closed", "Close it, or write \\[ for a bracket."))
                .forEach(findings::add);
        if (isOneLineForGit(text.content()) && lines.size() > 1) {
            findings.add(Finding.warning(
                    Rule.IGNORE_FILE,
                    path,
                    1,
                    "Its lines end with a carriage return alone. Here, and in the vendor's packager, it has "
                            + lines.size() + " patterns. git reads one line, and ignores none of these files.",
                    SAVE));
        }
        return findings;
    }

    /** What the mark belongs to is no comment and no blank line any more, but those mean nothing either way. */
    private static Optional<IgnoreLine> firstBehindMark(Text text, List<IgnoreLine> lines) {
        return text.hadMark() ? lines.stream().findFirst().filter(line -> line.line() == 1) : Optional.empty();
    }

    private static Finding doesNothing(
            CheckedProject project, String path, IgnoreLine line, String why, String advice) {
        List<String> shipped = project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(line::leavesOut)
                .toList();
        String ships = shipped.isEmpty() ? "" : " These files go into the archive: " + Listed.of(shipped) + ".";
        return Finding.warning(
                Rule.IGNORE_FILE,
                path,
                line.line(),
                "The pattern '" + line.text() + "' has no effect, also in the vendor's packager: " + why + "." + ships,
                advice);
    }

    private static boolean isOneLineForGit(String content) {
        return content.indexOf('\r') >= 0 && content.indexOf('\n') < 0;
    }
}
