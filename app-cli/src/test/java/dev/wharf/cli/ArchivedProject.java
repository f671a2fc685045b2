package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project, and the archive that was made of it. */
abstract class ArchivedProject {
    static final String CONNECTOR =
            "from fivetran_connector_sdk import Connector\n\nconnector = Connector(update=None)\n";

    @TempDir
    Path directory;

    Shell shell;
    Path project;
    Path archive;

    @BeforeEach
    void writeProject() throws IOException {
        shell = new Shell(directory.resolve("home"));
        project = Files.createDirectories(directory.resolve("weather"));
        Files.writeString(project.resolve("connector.py"), CONNECTOR);
        Files.writeString(project.resolve("tables.py"), "a = 1\nb = 2\nc = 3\n");
        Path script = Files.createDirectory(project.resolve("drivers")).resolve("installation.sh");
        Files.writeString(script, "#!/bin/sh\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        archive = directory.resolve("weather.zip");
        assertThat(shell.run("package", project.toString(), "-O", archive.toString())
                        .code())
                .isZero();
    }

    Outcome run(String... arguments) {
        Outcome outcome = shell.run(arguments);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return outcome;
    }

    String create() {
        Outcome created = shell.local("packages", "create", archive.toString());
        assertThat(created.code()).as(created.err()).isZero();
        return created.field("ID");
    }
}
