package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ProjectTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Goes through a project once and decides about every path, directories before what they hold. */
final class ProjectWalk {
    static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    private static final String VIRTUAL_ENVIRONMENT_MARK = "pyvenv.cfg";

    private final ProjectTree tree;
    private final IgnoreRules rules = new IgnoreRules();
    private final List<ProjectFile> files = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();

    ProjectWalk(ProjectTree tree) {
        this.tree = tree;
    }

    Selection select() {
        enter("");
        files.sort(Comparator.comparing(ProjectFile::path, BY_BYTES));
        excluded.sort(Comparator.comparing(Exclusion::path, BY_BYTES));
        return new Selection(files, excluded);
    }

    private void enter(String directory) {
        List<ProjectTree.Entry> entries = new ArrayList<>(tree.list(directory));
        entries.sort(Comparator.comparing(ProjectTree.Entry::name, BY_BYTES));
        if (!directory.isEmpty() && has(entries, VIRTUAL_ENVIRONMENT_MARK)) {
            excluded.add(new Exclusion(directory + "/", Exclusion.Reason.VIRTUAL_ENVIRONMENT));
            return;
        }
        int inherited = rules.count();
        if (has(entries, IgnoreRules.IGNORE_FILE)) {
            rules.add(directory, readLines(child(directory, IgnoreRules.IGNORE_FILE)));
        }
        for (ProjectTree.Entry entry : entries) {
            decide(child(directory, entry.name()), entry);
        }
        rules.keepFirst(inherited);
    }

    private void decide(String path, ProjectTree.Entry entry) {
        boolean always = !entry.isDirectory() && entry.name().equals(IgnoreRules.IGNORE_FILE);
        Exclusion.Reason reason = always ? null : rules.decide(entry.isDirectory() ? path + "/" : path);
        if (entry.isDirectory()) {
            if (reason == null || rules.mayReinclude()) {
                enter(path);
            } else {
                excluded.add(new Exclusion(path + "/", reason));
            }
        } else if (reason == null) {
            files.add(new ProjectFile(path, entry.size(), entry.isExecutable()));
        } else {
            excluded.add(new Exclusion(path, reason));
        }
    }

    private List<String> readLines(String path) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                tree.open(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InvalidProjectException unreadable(String path, IOException cause) {
        return new InvalidProjectException(
                cause instanceof CharacterCodingException
                        ? path + " is not UTF-8 text: save it as UTF-8."
                        : path + " cannot be read: check its permissions.",
                cause);
    }

    private static boolean has(List<ProjectTree.Entry> entries, String name) {
        return entries.stream().anyMatch(e -> !e.isDirectory() && e.name().equals(name));
    }

    private static String child(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }
}
