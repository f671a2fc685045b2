package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.Exclusion;
import dev.wharf.packaging.selection.Exclusion.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in the project and can be in no archive: links that lead nowhere or back, pipes, sockets, devices, and what may
 * not be read. The vendor's packager fails or hangs at all of these, but for directories that it may not list.
 */
final class UnpackageableCheck implements Check {
    private static final int MAX_FINDINGS = 20;
    private static final String IGNORE_FILE = ".gitignore";
    private static final Set<Cause> OTHERS = EnumSet.of(Cause.PATTERN, Cause.VIRTUAL_ENVIRONMENT);

    @Override
    public List<Finding> findings(CheckedProject project) {
        List<Exclusion> found = project.selection().excluded().stream()
                .filter(e -> !OTHERS.contains(e.reason().cause()))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        ProjectImports imports = ProjectImports.of(project);
        List<Finding> findings = new ArrayList<>();
        found.stream().limit(MAX_FINDINGS).map(e -> finding(e, imports)).forEach(findings::add);
        if (found.size() > MAX_FINDINGS) {
            findings.add(Finding.error(
                    Rule.UNREADABLE_FILE,
                    null,
                    0,
                    (found.size() - MAX_FINDINGS) + " more entries of the project cannot be packaged.",
                    "Fix these, then run with --explain to see all."));
        }
        return findings;
    }

    private static Finding finding(Exclusion exclusion, ProjectImports imports) {
        String path = exclusion.path();
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<ProjectImports.Importing> importing = imports.of(path);
        String imported = importing.map(i -> " " + i + " imports it.").orElse("");
        Cause cause = exclusion.reason().cause();
        String message = "It is " + exclusion.reason() + ", so it cannot go into the archive." + imported;
        if (cause == Cause.UNREADABLE_DIRECTORY && importing.isEmpty()) {
            return Finding.warning(Rule.UNREADABLE_FILE, plain, 0, message, advice(cause, plain, false));
        }
        return Finding.error(
                rule(cause), plain, 0, message, advice(cause, plain, importing.isPresent() || isNeeded(plain)));
    }

    /** Whether it goes in whatever an ignore file says, or has to. */
    private static boolean isNeeded(String path) {
        return path.equals(ConnectorFileCheck.CONNECTOR)
                || path.equals(IGNORE_FILE)
                || path.endsWith("/" + IGNORE_FILE);
    }

    private static Rule rule(Cause cause) {
        return switch (cause) {
            case BROKEN_LINK, LINK_LOOP -> Rule.BROKEN_LINK;
            case SPECIAL_FILE -> Rule.SPECIAL_FILE;
            case PATTERN, VIRTUAL_ENVIRONMENT, UNREADABLE_DIRECTORY, UNREADABLE, MISNAMED -> Rule.UNREADABLE_FILE;
        };
    }

    private static String advice(Cause cause, String path, boolean isNeeded) {
        String first =
                switch (cause) {
                    case BROKEN_LINK -> "Create its target, or remove it";
                    case LINK_LOOP -> "Remove the link";
                    case SPECIAL_FILE -> "Remove it, or replace it with a file";
                    case MISNAMED -> "Rename it";
                    case PATTERN, VIRTUAL_ENVIRONMENT, UNREADABLE_DIRECTORY, UNREADABLE ->
                        "Change its permissions, or those of its directory";
                };
        return first + (isNeeded || cause == Cause.MISNAMED ? "." : ". Or list it in .gitignore: /" + path);
    }
}
