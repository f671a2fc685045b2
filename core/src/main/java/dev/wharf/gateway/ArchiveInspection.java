package dev.wharf.gateway;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.packaging.ConnectorArchive;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.Severity;
import dev.wharf.port.StoredArchive;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a gateway does about an archive before it sends it on: its structure is checked, and its content as a project's is before
 * it is packaged ({@code docs/reference/checks.md}).
 */
public enum ArchiveInspection {
    /** Nothing is looked at; the account behind the gateway is the judge. */
    OFF {
        @Override
        List<String> remarks(StoredArchive archive, ArchiveLimits limits) {
            return List.of();
        }
    },
    /** What is wrong is told, and the archive is sent on. */
    WARN {
        @Override
        List<String> remarks(StoredArchive archive, ArchiveLimits limits) {
            try {
                return read(archive, limits).map(Finding::toString).toList();
            } catch (InvalidArchiveException e) {
                return List.of(e.getMessage());
            }
        }
    },
    /** An archive that has an error is refused; warnings are told. */
    REFUSE {
        @Override
        List<String> remarks(StoredArchive archive, ArchiveLimits limits) {
            List<Finding> findings = read(archive, limits).toList();
            List<Finding> errors = findings.stream()
                    .filter(f -> f.severity() == Severity.ERROR)
                    .toList();
            if (errors.isEmpty()) {
                return findings.stream().map(Finding::toString).toList();
            }
            String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
            throw new InvalidArchiveException(
                    Reason.OTHER, "The gateway refuses this archive: " + errors.get(0) + more);
        }
    };

    /**
     * Looks at an archive.
     *
     * @return what is to be told of it
     * @throws InvalidArchiveException if it is refused
     */
    abstract List<String> remarks(StoredArchive archive, ArchiveLimits limits);

    private static Stream<Finding> read(StoredArchive archive, ArchiveLimits limits) {
        return ConnectorArchive.read(archive, limits).findings().stream();
    }
}
