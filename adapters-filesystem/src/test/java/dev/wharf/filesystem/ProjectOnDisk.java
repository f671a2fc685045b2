package dev.wharf.filesystem;

import dev.wharf.port.ProjectTree;
import dev.wharf.port.ProjectTree.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project in a directory, empty when a test begins. */
abstract class ProjectOnDisk {
    @TempDir
    Path folder;

    Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("parent").resolve("project"));
        Files.writeString(project.resolve("connector.py"), "connector");
        Files.createDirectories(project.resolve("lib/empty"));
        Path script = Files.writeString(project.resolve("lib/run.sh"), "run");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    static Map<String, Entry> walk(ProjectTree tree) {
        Map<String, Entry> all = new TreeMap<>();
        walk(tree, "", all);
        return all;
    }

    static void walk(ProjectTree tree, String directory, Map<String, Entry> all) {
        for (Entry entry : tree.list(directory)) {
            String path = directory.isEmpty() ? entry.name() : directory + "/" + entry.name();
            all.put(path, entry);
            if (entry.isDirectory()) {
                walk(tree, path, all);
            }
        }
    }
}
