package dev.wharf.packaging.check;

import dev.wharf.packaging.secrets.FoundSecret;
import dev.wharf.packaging.secrets.SecretSearch;
import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** No credentials are shipped unless somebody allowed it. Only what goes into the archive is looked at. */
final class SecretsCheck implements Check {
    private static final int MAX_FINDINGS = 1000;
    private static final int BATCH_FILES = 100;
    private static final long BATCH_BYTES = 2L * 1024 * 1024;

    private static final String ADVICE =
            "Let the connector read it from its configuration. Replace the secret, because it was written to a"
                    + " file. If it is not a secret, allow this file: --allow-secret ";

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.archiveBytes() > project.maxArchiveBytes()) {
            // Gigabytes that are left out first need not be looked through.
            return List.of();
        }
        Allowances allowances = new Allowances(project.allowedSecrets());
        List<Finding> findings = new ArrayList<>();
        batches(project).flatMap(batch -> look(project, batch).stream()).limit(MAX_FINDINGS).toList().stream()
                .map(allowances::apply)
                .forEach(findings::add);
        findings.addAll(allowances.unused());
        return findings;
    }

    /** Files that one thread looks through, in order; in parallel where there are several batches. */
    private static Stream<List<ProjectFile>> batches(CheckedProject project) {
        List<List<ProjectFile>> batches = new ArrayList<>();
        List<ProjectFile> batch = new ArrayList<>();
        long bytes = 0;
        for (ProjectFile file : project.selection().files()) {
            if (file.size() > 0) {
                batch.add(file);
                bytes += file.size();
            }
            if (bytes > BATCH_BYTES || batch.size() >= BATCH_FILES) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
        }
        batches.add(batch);
        return batches.size() > 1 ? batches.parallelStream() : batches.stream();
    }

    private static List<Finding> look(CheckedProject project, List<ProjectFile> files) {
        SecretSearch search = new SecretSearch(project.tree(), CheckedProject.MAX_TEXT_BYTES);
        List<Finding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(look(file.path(), search)));
        return findings;
    }

    private static List<Finding> look(String path, SecretSearch search) {
        try {
            return search.in(path).stream().map(found -> secret(path, found)).toList();
        } catch (IOException e) {
            return List.of(Finding.error(
                    Rule.UNREADABLE_FILE,
                    path,
                    0,
                    "It goes into the archive, but cannot be read.",
                    "Check its permissions, or list it in .gitignore."));
        }
    }

    private static Finding secret(String path, FoundSecret found) {
        return Finding.error(Rule.SECRET, path, found.line(), "It holds " + found.what() + ".", ADVICE + path);
    }
}
