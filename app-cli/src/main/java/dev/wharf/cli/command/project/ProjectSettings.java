package dev.wharf.cli.command.project;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import dev.wharf.cli.target.TomlFile;
import dev.wharf.failure.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project says of its own packaging, in {@code wharf.toml} in its directory:
 *
 * <pre>{@code
 * [package]
 * allow-secrets = ["tests/key.pem"]
 * configuration-form = "forms/setup.pb"
 * }</pre>
 *
 * @param allowedSecrets the paths of files that may hold secrets
 * @param configurationForm the form's file; null if none is named
 */
record ProjectSettings(Set<String> allowedSecrets, @Nullable Path configurationForm) {
    static final String FILE = "wharf.toml";

    private static final String TABLE = "package";
    private static final String ALLOW_SECRETS = "allow-secrets";
    private static final String CONFIGURATION_FORM = "configuration-form";

    /** Reads a project's file, if it has one. */
    static ProjectSettings read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new ProjectSettings(Set.of(), null);
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidRequestException(file + " is not a file.", "Move it away, or write a file of that name.");
        }
        UnmodifiableConfig all = parse(file);
        checkKeys(file, all, "", Set.of(TABLE));
        Object table = all.get(List.of(TABLE));
        if (table == null) {
            return new ProjectSettings(Set.of(), null);
        }
        if (!(table instanceof UnmodifiableConfig settings)) {
            throw new InvalidRequestException(
                    "'" + TABLE + "' in " + file + " is not a table.", "Write [" + TABLE + "].");
        }
        checkKeys(file, settings, TABLE + ".", Set.of(ALLOW_SECRETS, CONFIGURATION_FORM));
        return new ProjectSettings(allowed(file, settings), form(file, settings, directory));
    }

    private static UnmodifiableConfig parse(Path file) {
        try {
            return TomlFile.parse(file, "[package] and below it lines such as " + ALLOW_SECRETS + " = [\"path\"]");
        } catch (IOException e) {
            throw new InvalidRequestException(file + " cannot be read.", "Check its permissions.");
        }
    }

    private static void checkKeys(Path file, UnmodifiableConfig table, String prefix, Set<String> known) {
        for (UnmodifiableConfig.Entry entry : table.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new InvalidRequestException(
                        "'" + prefix + entry.getKey() + "' in " + file + " is not a setting.",
                        "Use " + TABLE + "." + ALLOW_SECRETS + " and " + TABLE + "." + CONFIGURATION_FORM + ".");
            }
        }
    }

    private static Set<String> allowed(Path file, UnmodifiableConfig settings) {
        Object value = settings.get(List.of(ALLOW_SECRETS));
        Set<String> paths = new HashSet<>();
        for (Object path : value instanceof List<?> list ? list : value == null ? List.of() : List.of(0)) {
            if (!(path instanceof String text) || text.isBlank()) {
                throw new InvalidRequestException(
                        "'" + ALLOW_SECRETS + "' in " + file + " is not a list of paths.", "Write [\"path\", ...].");
            }
            paths.add(text);
        }
        return paths;
    }

    private static @Nullable Path form(Path file, UnmodifiableConfig settings, Path directory) {
        Object value = settings.get(List.of(CONFIGURATION_FORM));
        if (value == null) {
            return null;
        }
        if (!(value instanceof String path) || path.isBlank()) {
            throw new InvalidRequestException("'" + CONFIGURATION_FORM + "' in " + file + " is not a path in quotes.");
        }
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw new InvalidRequestException(
                    "'" + CONFIGURATION_FORM + "' in " + file + " is not a path that can be on this machine.");
        }
    }
}
