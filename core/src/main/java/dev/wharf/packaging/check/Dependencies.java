package dev.wharf.packaging.check;

import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.Requirement;
import dev.wharf.packaging.requirements.RequirementsFile;
import dev.wharf.packaging.requirements.RequirementsFile.Kind;
import dev.wharf.packaging.requirements.RequirementsFile.Option;
import dev.wharf.packaging.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project declares that it depends on: in {@code pyproject.toml}, else in {@code requirements.txt} and the files of the
 * project that it includes, each read once.
 */
final class Dependencies {
    static final String REQUIREMENTS = "requirements.txt";
    static final String PROJECT = "pyproject.toml";

    private final CheckedProject project;
    private final ProjectPaths paths;
    private final List<Declared> declared = new ArrayList<>();
    private final List<Leading> leading = new ArrayList<>();
    private final Set<String> constrained = new HashSet<>();
    private final @Nullable ProjectToml toml;

    /**
     * A dependency.
     *
     * @param requirement what is asked for
     * @param path the file it stands in
     */
    record Declared(Requirement requirement, String path) {}

    /**
     * An option that leads to a file or a server.
     *
     * @param option the option
     * @param path the file it stands in
     */
    record Leading(Option option, String path) {
        /** The path of a file that it names, seen from the project; a file's name is relative to the file it stands in. */
        String target() {
            return path.substring(0, path.lastIndexOf('/') + 1) + option.value();
        }
    }

    private Dependencies(CheckedProject project) {
        this.project = project;
        this.paths = new ProjectPaths(project);
        Text text = paths.hasFile(PROJECT) ? project.text(PROJECT) : null;
        toml = text == null ? null : ProjectToml.read(text.content());
    }

    static Dependencies of(CheckedProject project) {
        Dependencies all = new Dependencies(project);
        if (!all.paths.hasFile(PROJECT)) {
            all.readRequirements();
        } else if (all.toml != null) {
            all.toml.requirements().forEach(r -> all.declared.add(new Declared(r, PROJECT)));
        }
        return all;
    }

    /** What {@code requirements.txt} alone declares, although a {@code pyproject.toml} takes its place. */
    static Dependencies ofRequirements(CheckedProject project) {
        Dependencies all = new Dependencies(project);
        all.readRequirements();
        return all;
    }

    List<Declared> declared() {
        return declared;
    }

    List<Leading> leading() {
        return leading;
    }

    /** The names whose versions a file of constraints fixes. */
    Set<String> constrained() {
        return constrained;
    }

    /** The project's own TOML; null if it has none, or one that cannot be read. */
    @Nullable
    ProjectToml toml() {
        return toml;
    }

    private void readRequirements() {
        Set<String> seen = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(List.of(REQUIREMENTS));
        for (String path = left.poll(); path != null; path = left.poll()) {
            RequirementsFile file = seen.add(path) ? read(path) : null;
            if (file == null) {
                continue;
            }
            String here = path;
            file.requirements().forEach(r -> declared.add(new Declared(r, here)));
            for (Option option : file.options()) {
                Leading found = new Leading(option, here);
                leading.add(found);
                String target = ProjectPaths.normal(found.target());
                if (target != null && option.kind() == Kind.INCLUDED) {
                    left.add(target);
                } else if (target != null && option.kind() == Kind.CONSTRAINTS && seen.add(target)) {
                    constrain(target);
                }
            }
        }
    }

    private void constrain(String path) {
        RequirementsFile file = read(path);
        if (file != null) {
            file.requirements().stream()
                    .filter(Requirement::isPinned)
                    .map(Requirement::name)
                    .forEach(constrained::add);
        }
    }

    private @Nullable RequirementsFile read(String path) {
        Text text = paths.hasFile(path) ? project.text(path) : null;
        return text == null ? null : RequirementsFile.read(text.content());
    }
}
