package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The commands about packages, over a registry in a directory. */
abstract class EmbeddedPackages {
    static final String WEATHER = Shell.example("weather").toString();
    static final String BOOKSHOP = Shell.example("bookshop").toString();

    @TempDir
    Path directory;

    Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(directory);
    }

    String create(String project) {
        return shell.local("packages", "create", project).field("ID");
    }

    Path archive(String project) {
        Path archive = directory.resolve("built.zip");
        assertThat(shell.run("package", project, "-O", archive.toString()).code())
                .isZero();
        return archive;
    }

    String hashOf(String project) {
        try {
            return Sha256.of(Files.readAllBytes(archive(project))).hex();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
