package dev.wharf.packaging.check;

import dev.wharf.packaging.text.ConfigurationText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code configuration.json} is never packaged, so whatever is wrong with it only warns; but a connection's configuration is
 * made from it, and a deploy that is given it would refuse it.
 */
final class ConfigurationFileCheck implements Check {
    private static final String CONFIGURATION = "configuration.json";

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (!project.hasRootFile(CONFIGURATION)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (project.selection().contains(CONFIGURATION)) {
            findings.add(Finding.warning(
                    Rule.SHIPPED_CONFIGURATION,
                    CONFIGURATION,
                    0,
                    "It is in the archive, with every credential in it. Nothing in the archive reads it.",
                    "Package the project again, without a pattern in .gitignore that re-includes it."));
        }
        findings.addAll(content(project));
        return findings;
    }

    private static List<Finding> content(CheckedProject project) {
        try (InputStream in = project.tree().open(CONFIGURATION)) {
            return ConfigurationText.read(in).problems().stream()
                    .map(p ->
                            Finding.warning(Rule.CONFIGURATION_FILE, CONFIGURATION, p.line(), p.message(), p.advice()))
                    .toList();
        } catch (IOException e) {
            return List.of(Finding.warning(
                    Rule.UNREADABLE_FILE,
                    CONFIGURATION,
                    0,
                    "It cannot be read, so it was not checked.",
                    "Check its permissions."));
        }
    }
}
