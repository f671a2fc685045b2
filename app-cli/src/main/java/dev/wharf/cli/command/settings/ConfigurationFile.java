package dev.wharf.cli.command.settings;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import dev.wharf.packaging.text.ConfigurationText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A connector's configuration: a flat JSON object whose values are strings, lists of strings, or null for no value, read as
 * the check of a project's {@code configuration.json} reads it. No value ever shows up in a message.
 */
final class ConfigurationFile {
    private final Path file;
    private final ConfigurationValues values;

    ConfigurationFile(Path file, ConfigurationValues values) {
        this.file = file;
        this.values = values;
    }

    List<Secret> read() {
        ConfigurationText text = text();
        if (!text.problems().isEmpty()) {
            throw new InvalidRequestException(
                    text.problems().stream().map(this::told).toList());
        }
        return text.entries().stream()
                .map(entry -> new Secret(entry.key(), value(entry)))
                .toList();
    }

    private ConfigurationText text() {
        try (InputStream in = Files.newInputStream(file)) {
            return ConfigurationText.read(in);
        } catch (NoSuchFileException e) {
            throw new InvalidRequestException("There is no configuration file " + file + ".");
        } catch (IOException e) {
            throw new InvalidRequestException(file + " cannot be read.", "Check that it is a file you may read.");
        }
    }

    private SecretValue value(ConfigurationText.Entry entry) {
        ValuePlace place = new ValuePlace(entry.key(), file);
        if (entry.value() instanceof SecretValue.Text text) {
            return values.of(place, text.text());
        }
        if (entry.value() instanceof SecretValue.Texts texts) {
            return values.of(place, texts.items());
        }
        return SecretValue.NONE;
    }

    private String told(ConfigurationText.Problem problem) {
        String place = problem.line() > 0 ? file + ":" + problem.line() : file.toString();
        return place + ": " + problem.message() + " " + problem.advice();
    }
}
