package dev.wharf.packaging.selection;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.port.ProjectTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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
    private final BoundedWalk walk;
    private final IgnoreRules rules = new IgnoreRules();
    private final List<ProjectFile> files = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();
    private final List<OutsideLink> links = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();

    ProjectWalk(ProjectTree tree, WalkLimits limits) {
        this.tree = tree;
        this.walk = new BoundedWalk(limits);
    }

    Selection select() {
        enter("", 0);
        files.sort(Comparator.comparing(ProjectFile::path, BY_BYTES));
        excluded.sort(Comparator.comparing(Exclusion::path, BY_BYTES));
        links.sort(Comparator.comparing(OutsideLink::path, BY_BYTES));
        directories.sort(BY_BYTES);
        return new Selection(files, excluded, links, directories);
    }

    private void enter(String directory, int depth) {
        walk.enter(directory, depth);
        List<ProjectTree.Entry> entries = new ArrayList<>(tree.list(directory));
        entries.sort(Comparator.comparing(ProjectTree.Entry::name, BY_BYTES));
        // Whatever it is that has this name, the vendor's packager takes its directory for an environment.
        if (!directory.isEmpty() && entries.stream().anyMatch(e -> e.name().equals(VIRTUAL_ENVIRONMENT_MARK))) {
            excluded.add(new Exclusion(directory + "/", Exclusion.Reason.VIRTUAL_ENVIRONMENT));
            return;
        }
        if (!directory.isEmpty()) {
            directories.add(directory);
        }
        int inherited = rules.count();
        if (entries.stream().anyMatch(e -> e.isFile() && e.name().equals(IgnoreRules.IGNORE_FILE))) {
            rules.add(directory, readLines(child(directory, IgnoreRules.IGNORE_FILE)));
        }
        for (ProjectTree.Entry entry : entries) {
            decide(child(directory, entry.name()), entry, depth);
        }
        rules.keepFirst(inherited);
    }

    private void decide(String path, ProjectTree.Entry entry, int depth) {
        walk.count(path);
        boolean directory = entry.kind().isDirectory();
        boolean always = !directory && entry.name().equals(IgnoreRules.IGNORE_FILE);
        Exclusion.Reason reason = always ? null : rules.decide(directory ? path + "/" : path);
        String link = entry.link();
        if (link != null && reason == null && entry.kind().isPackageable()) {
            walk.link(path, link);
            links.add(new OutsideLink(path, link));
        }
        if (entry.isDirectory() && (reason == null || rules.mayReinclude())) {
            enter(path, depth + 1);
        } else if (reason == null && entry.isFile()) {
            files.add(new ProjectFile(path, entry.size(), entry.isExecutable()));
        } else {
            excluded.add(new Exclusion(
                    directory ? path + "/" : path,
                    reason == null ? Exclusion.Reason.unpackageable(entry.kind(), link) : reason));
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

    private InvalidProjectException unreadable(String path, IOException cause) {
        return cause instanceof CharacterCodingException
                ? new InvalidProjectException(
                        path + " is not UTF-8 text"
                                + (isUtf16(path) ? " but UTF-16, as some editors and shells write it." : "."),
                        "Save the file as UTF-8.",
                        cause)
                : new InvalidProjectException(path + " cannot be read.", "Check its permissions.", cause);
    }

    private boolean isUtf16(String path) {
        try (InputStream in = tree.open(path)) {
            byte[] mark = in.readNBytes(2);
            return mark.length == 2 && (mark[0] & mark[1] & 0xfe) == 0xfe && mark[0] != mark[1];
        } catch (IOException e) {
            return false;
        }
    }

    private static String child(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }
}
