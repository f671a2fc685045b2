package dev.wharf.packaging.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code configuration.json} is never packaged; but a connection's configuration is made from it, and that must be a flat
 * object of strings.
 */
final class ConfigurationFileCheck implements Check {
    private static final String CONFIGURATION = "configuration.json";
    private static final int MAX_BYTES = 1024 * 1024;

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
                    "It is in the archive, with every credential in it, and nothing there reads it.",
                    "Package the project anew, without a pattern in .gitignore that re-includes it."));
        }
        findings.addAll(content(project));
        return findings;
    }

    private static List<Finding> content(CheckedProject project) {
        Text text;
        try {
            text = Text.read(project.tree(), CONFIGURATION, MAX_BYTES);
        } catch (IOException e) {
            return List.of(Finding.warning(
                    Rule.UNREADABLE_FILE,
                    CONFIGURATION,
                    0,
                    "It cannot be read, so it was not checked.",
                    "Check its permissions."));
        }
        if (text == null) {
            return List.of(error(0, "It is larger than 1 MiB.", "Keep only the connector's settings in it."));
        }
        if (!text.isUtf8() || text.hadMark()) {
            return List.of(error(0, "It is not plain UTF-8 text.", "Save it as UTF-8, without a byte order mark."));
        }
        return new FlatJson(text.content())
                .problems().stream()
                        .map(p -> error(p.line(), p.message(), p.advice()))
                        .toList();
    }

    private static Finding error(int line, String message, String advice) {
        return Finding.error(Rule.CONFIGURATION_FILE, CONFIGURATION, line, message, advice);
    }
}
