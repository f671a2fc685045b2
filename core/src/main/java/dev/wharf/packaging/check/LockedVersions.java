package dev.wharf.packaging.check;

import dev.wharf.packaging.check.Toml.Kind;
import dev.wharf.packaging.check.Toml.Value;
import dev.wharf.packaging.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether a {@code uv.lock} that goes in was made for what {@code pyproject.toml} asks for. */
final class LockedVersions {
    private static final String LOCK = "uv.lock";
    private static final String NAME = "package.name";
    private static final String VERSION = "package.version";

    private final CheckedProject project;
    private final ProjectToml toml;

    LockedVersions(CheckedProject project, ProjectToml toml) {
        this.project = project;
        this.toml = toml;
    }

    List<Finding> findings() {
        Text text = project.packaged(LOCK).isEmpty() ? null : project.text(LOCK);
        if (text == null) {
            return List.of();
        }
        Toml lock = Toml.read(text.content(), key -> key.equals(NAME) || key.equals(VERSION));
        Map<String, List<Value>> locked = versions(lock);
        List<Finding> findings = new ArrayList<>();
        for (Requirement requirement : lock.isReadable() ? toml.requirements() : List.<Requirement>of()) {
            List<Value> known = locked.getOrDefault(requirement.name(), List.of());
            VersionSpecifier asked = requirement.versions();
            if (requirement.source() == null && known.stream().noneMatch(v -> asked.admits(v.text()))) {
                findings.add(outOfStep(requirement, known));
            }
        }
        return findings;
    }

    private static Map<String, List<Value>> versions(Toml lock) {
        Map<String, List<Value>> locked = new LinkedHashMap<>();
        String name = "";
        for (Value value : lock.values()) {
            if (value.kind() == Kind.STRING && value.key().equals(NAME)) {
                name = Requirement.normalized(value.text());
                locked.putIfAbsent(name, new ArrayList<>());
            } else if (value.kind() == Kind.STRING) {
                locked.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return locked;
    }

    private static Finding outOfStep(Requirement requirement, List<Value> known) {
        String has = known.isEmpty()
                ? "It has no " + requirement.name()
                : "It has " + requirement.name() + " "
                        + known.stream().map(Value::text).collect(Collectors.joining(", "));
        return Finding.warning(
                Rule.DEPENDENCY_FILE,
                LOCK,
                known.isEmpty() ? 0 : known.get(0).line(),
                has + ", and pyproject.toml (line " + requirement.line() + ") asks for " + requirement.text()
                        + ": it was made for something else.",
                "Run 'uv lock', or remove the file.");
    }
}
