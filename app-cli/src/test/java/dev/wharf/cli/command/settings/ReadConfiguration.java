package dev.wharf.cli.command.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.cli.console.Terminal;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.port.Pace;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** A configuration file, read with the variables and the key that a test says. */
abstract class ReadConfiguration {
    @TempDir
    Path directory;

    final Map<String, String> environment = new HashMap<>();
    final List<String> warnings = new ArrayList<>();
    Set<String> mayBeEmpty = Set.of();

    String value(String written) throws Exception {
        SecretValue value = read("{\"key\": \"" + written + "\"}").get(0).value();
        return value.texts().findFirst().orElseThrow();
    }

    List<Secret> read(String json) throws Exception {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    List<Secret> read(byte[] json) throws Exception {
        Path file = Files.write(directory.resolve("prod.json"), json);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                environment,
                directory,
                "ada",
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Terminal.NONE,
                Pace.system());
        return new ConfigurationFile(file, new ConfigurationValues(surroundings, mayBeEmpty, warnings::add)).read();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class);
    }
}
