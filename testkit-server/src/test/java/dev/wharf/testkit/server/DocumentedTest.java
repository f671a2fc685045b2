package dev.wharf.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The test class that docs/guides/test-what-deploys.md shows compiles, and its tests pass. */
class DocumentedTest {
    private static final Path PAGE =
            Path.of(System.getProperty("wharf.repository"), "docs", "guides", "test-what-deploys.md");
    private static final Pattern JAVA = Pattern.compile("(?m)^```java\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("(?m)^    @Test$");

    @TempDir
    Path directory;

    @Test
    void the_test_class_of_the_page_passes_as_it_stands_there() throws IOException, ClassNotFoundException {
        Matcher block = JAVA.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        Path source = Files.writeString(directory.resolve("PipelineTest.java"), block.group(1));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(compiled).as("compiles").isZero();

        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        URL[] classes = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader.loadClass("PipelineTest")))
                                    .build(),
                            listener);
        }

        for (TestExecutionSummary.Failure each : listener.getSummary().getFailures()) {
            throw new AssertionError(each.getTestIdentifier().getDisplayName(), each.getException());
        }
        assertThat(listener.getSummary().getTestsSucceededCount())
                .isEqualTo(TEST.matcher(block.group(1)).results().count())
                .isPositive();
        assertThat(block.find()).as("a block that nobody runs").isFalse();
    }
}
