package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Java's own compiler stands for a program; what it is started with is what counts. */
class QuickStartTest {
    private static final String PROGRAM = "com.sun.tools.javac.Main";

    private static List<String> version(Path scratch) {
        return List.of("--module", "jdk.compiler/" + PROGRAM, "--version");
    }

    @Test
    void the_command_starts_from_jars_only_and_from_a_cache_that_java_accepts() throws Exception {
        List<String> command = new ArrayList<>(QuickStart.of(PROGRAM, QuickStartTest::version));

        String cache = command.get(1);
        String classPath = command.get(command.size() - 2);
        command.add(1, "-Xshare:on");
        command.set(command.size() - 1, "--module");
        command.addAll(List.of("jdk.compiler/" + PROGRAM, "--version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(cache).startsWith("-XX:SharedArchiveFile=");
        assertThat(classPath.split(File.pathSeparator))
                .isNotEmpty()
                .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
    }

    @Test
    void the_second_time_nothing_is_made_again() {
        List<String> first = QuickStart.of(PROGRAM, QuickStartTest::version);

        List<String> second = QuickStart.of(PROGRAM, scratch -> {
            throw new AssertionError("made again");
        });

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_rehearsal_that_fails_is_told_with_what_it_said() {
        assertThatThrownBy(() -> QuickStart.of("no.such.Program", scratch -> List.of("no.such.Program")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.such.Program");
    }
}
