package dev.wharf.packaging;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.VersionControl;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes execute bits from version control, which are the same on every machine. */
final class RecordedBits {
    private RecordedBits() {}

    static Selection apply(Selection selection, @Nullable VersionControl known) {
        Map<String, VersionControl.Recorded> recorded = (known == null
                        ? Optional.<Map<String, VersionControl.Recorded>>empty()
                        : known.recorded())
                .orElseThrow(() -> new InvalidProjectException(
                        "Wharf cannot read the execute bits that git records. The directory is not in a"
                                + " repository that git may read.",
                        "Leave out --execute-bits, or run in a checkout.",
                        null));
        return selection.withFiles(
                selection.files().stream().map(file -> of(file, recorded)).toList());
    }

    private static ProjectFile of(ProjectFile file, Map<String, VersionControl.Recorded> recorded) {
        VersionControl.Recorded known = recorded.get(file.path());
        return known == null || !known.isFile()
                ? file
                : new ProjectFile(file.path(), file.size(), known.isExecutable());
    }
}
