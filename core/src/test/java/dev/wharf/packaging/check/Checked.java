package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.PackagingOptions;
import dev.wharf.testkit.InMemoryProject;
import java.util.List;
import java.util.Set;

/** What the checks say of a project, in one line each. */
final class Checked {
    private Checked() {}

    static List<Finding> findings(InMemoryProject project, String... allowed) {
        return ConnectorProject.read(project, new PackagingOptions(Set.of(allowed), null))
                .findings();
    }

    /** The one finding that there is. */
    static Finding only(InMemoryProject project) {
        assertThat(findings(project)).hasSize(1);
        return findings(project).get(0);
    }

    /** Each finding as {@code ERROR rule path:line}. */
    static List<String> places(InMemoryProject project, String... allowed) {
        return findings(project, allowed).stream()
                .map(f -> (f.severity() + " " + f.rule().code() + " " + f.place()).strip())
                .toList();
    }

    /** A connector that may import anything: what the package of its requirements provides, its name does not tell. */
    static InMemoryProject connector(String source) {
        return plain(source).file("requirements.txt", "https://packages.test/everything-1.whl\n");
    }

    /** A connector alone. */
    static InMemoryProject plain(String source) {
        return new InMemoryProject().file("connector.py", source);
    }
}
