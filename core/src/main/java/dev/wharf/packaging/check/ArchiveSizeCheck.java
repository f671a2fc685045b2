package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An archive fits into what the service takes. Its entries are stored as they are, so its size is known beforehand. */
final class ArchiveSizeCheck implements Check {
    private static final int NAMED = 3;
    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.archiveBytes() <= project.maxArchiveBytes()) {
            return List.of();
        }
        List<ProjectFile> largest = project.selection().files().stream()
                .sorted(Comparator.comparingLong(ProjectFile::size).reversed())
                .limit(NAMED)
                .toList();
        String names = largest.stream()
                .map(f -> f.path() + " (" + mebibytes(f.size()) + ")")
                .collect(Collectors.joining(", "));
        return List.of(Finding.error(
                Rule.ARCHIVE_SIZE,
                largest.get(0).path(),
                0,
                "The archive would have " + mebibytes(project.archiveBytes()) + ", more than the "
                        + mebibytes(project.maxArchiveBytes()) + " allowed. The largest files are " + names + ".",
                "List files in .gitignore that the connector does not need."));
    }

    private static String mebibytes(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE + " MiB";
    }
}
