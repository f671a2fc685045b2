package dev.wharf.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.packaging.ConnectorProject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in the place of the vendor's packager, which do what it may do. */
class FormPackagerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private Path project;
    private Path withForm;

    @BeforeEach
    void makeProject() throws Exception {
        project = Files.createDirectory(directory.resolve("tides"));
        Files.writeString(project.resolve("connector.py"), "connector = Connector(u, s, form)\n");
        Files.createDirectories(project.resolve("files"));
        Files.writeString(project.resolve("files/old.zip"), "not to be copied");
        Files.writeString(project.resolve(".env"), "PASSWORD=not-to-be-copied");
        Files.writeString(project.resolve("configuration_form.pb"), "of last year");
        withForm = zip("form.zip", "configuration_form.pb", "the form");
    }

    @Test
    void the_form_is_taken_out_of_the_archive_that_is_made() throws Exception {
        assertThat(make("mkdir files && cp '" + withForm + "' files/tides.zip")).isEqualTo("the form");
    }

    @Test
    void the_program_works_in_a_copy_of_what_would_be_packaged_with_the_environment_of_the_user() throws Exception {
        Path seen = directory.resolve("seen");

        make("{ pwd; echo $PWD; echo $HOME; ls -A; cat; touch left-behind; } > '" + seen + "'; cp '" + withForm
                + "' made.zip");

        List<String> lines = Files.readAllLines(seen);
        Path copy = Path.of(lines.get(0));
        assertThat(copy).hasFileName("tides").isNotEqualTo(project);
        assertThat(lines.subList(1, lines.size()))
                .containsExactly(copy.toString(), System.getenv("HOME"), "connector.py");
        assertThat(copy.getParent()).doesNotExist();
        assertThat(project.resolve("left-behind")).doesNotExist();
    }

    @Test
    void an_empty_form_is_what_a_connector_without_one_has() throws Exception {
        Path empty = zip("empty.zip", "configuration_form.pb", "");

        assertThat(make("cp '" + empty + "' made.zip")).isEmpty();
    }

    @Test
    void a_program_that_fails_is_told_with_what_it_said_last() {
        assertRefused("for i in $(seq 100); do echo line $i; done; echo boom >&2; exit 3")
                .hasMessageContaining("failed with exit code 3")
                .hasMessageContaining("line 100\n  boom")
                .hasMessageNotContaining("line 50");
        assertRefused("exit 1").hasMessageContaining("It printed nothing");
    }

    @Test
    void a_program_that_says_without_end_is_told_by_its_end() {
        assertRefused("head -c 3000000 /dev/zero | tr '\\\\0' x; echo; echo the end; exit 1")
                .hasMessageContaining("the end");
    }

    @Test
    void what_holds_no_form_is_refused() throws Exception {
        Path without = zip("without.zip", "connector.py", "x");

        assertRefused("true").hasMessageContaining("created no archive (*.zip)");
        assertRefused("cp '" + without + "' made.zip").hasMessageContaining("an archive without configuration_form.pb");
        assertRefused("echo x > made.zip").hasMessageContaining("made.zip, which is not a readable archive");
        assertRefused("cp '" + withForm + "' a.zip; cp a.zip b.zip").hasMessageContaining("created 2 archives");
        assertRefused("ln -s '" + withForm + "' made.zip").hasMessageContaining("created no archive");
    }

    @Test
    void a_program_that_hangs_is_ended_with_all_that_it_started() throws Exception {
        Path started = directory.resolve("started");
        FormPackager packager = packager("sleep 1000 & echo $! > '" + started + "'; wait", Duration.ofMillis(500));

        assertThatThrownBy(() -> packager.make(read()))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("took longer than");

        long pid = Long.parseLong(Files.readString(started).strip());
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void what_is_left_running_with_the_output_open_is_not_waited_for() throws Exception {
        assertThat(make("cp '" + withForm + "' made.zip; sleep 30 &")).isEqualTo("the form");
    }

    @Test
    void an_interruption_ends_it() throws Exception {
        FormPackager packager = packager("sleep 1000", LONG);
        ConnectorProject read = read();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> packager.make(read)).isInstanceOf(InterruptedTransferException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        FormPackager packager = new FormPackager(List.of("no-such-packager", "package"), LONG);

        assertThatThrownBy(() -> packager.make(read()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'no-such-packager'");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String script) {
        return assertThatThrownBy(() -> make(script)).isInstanceOf(InvalidProjectException.class);
    }

    private String make(String script) {
        return new String(packager(script, LONG).make(read()), StandardCharsets.UTF_8);
    }

    private static FormPackager packager(String script, Duration limit) {
        return new FormPackager(List.of("sh", "-c", script), limit);
    }

    private ConnectorProject read() {
        return ConnectorProject.read(new DirectoryProject(project));
    }

    private Path zip(String name, String entry, String content) throws Exception {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
