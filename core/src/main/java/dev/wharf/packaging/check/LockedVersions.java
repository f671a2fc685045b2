package dev.wharf.packaging.check;

import dev.wharf.packaging.requirements.LockFile;
import dev.wharf.packaging.requirements.ProjectToml;
import dev.wharf.packaging.requirements.Requirement;
import dev.wharf.packaging.requirements.Toml.Value;
import dev.wharf.packaging.requirements.VersionSpecifier;
import dev.wharf.packaging.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a {@code uv.lock} that goes in was made for what {@code pyproject.toml} asks for. */
final class LockedVersions {
    private static final String LOCK = "uv.lock";

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
        LockFile lock = LockFile.read(text.content());
        List<Finding> findings = new ArrayList<>();
        for (Requirement requirement : lock.isReadable() ? toml.requirements() : List.<Requirement>of()) {
            List<Value> known = lock.versions(requirement.name());
            VersionSpecifier asked = requirement.versions();
            if (requirement.source() == null && known.stream().noneMatch(v -> asked.admits(v.text()))) {
                findings.add(outOfStep(requirement, known));
            }
        }
        return findings;
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
                        + ". It does not match.",
                "Run 'uv lock', or remove the file.");
    }
}
