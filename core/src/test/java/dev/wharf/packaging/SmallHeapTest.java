package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worst archives that the default limits let through, read by a JVM of 64 MB. */
class SmallHeapTest {
    @ParameterizedTest
    @EnumSource
    void the_worst_archives_within_the_limits_are_read_with_64_megabytes(SmallHeapReader.Worst worst)
            throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapReader.class.getName(),
                        worst.name()))
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream output = reader.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said).contains(worst.outcome());
    }
}
