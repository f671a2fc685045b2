package dev.wharf.cli.command.settings;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import dev.wharf.failure.InvalidRequestException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The options file of the vendor's {@code fivetran deploy}, read as that reads it: tables only, each a profile. {@code [a.b]} and
 * {@code ["a.b"]} are one profile's two spellings.
 *
 * @param path the file
 * @param profiles what each profile says, by its name; a value is a text, a number, a truth value or anything else TOML has
 */
record OptionsFile(Path path, Map<String, Map<String, Object>> profiles) {
    /** The profile that is used where none is named. */
    static final String DEFAULT = "default";

    static OptionsFile read(Path path) {
        OptionsFile file = new OptionsFile(path, new TreeMap<>());
        Set<String> seen = new HashSet<>();
        for (UnmodifiableConfig.Entry entry : parse(path).entrySet()) {
            Object value = entry.getValue();
            if (!(value instanceof UnmodifiableConfig table)) {
                throw new InvalidRequestException(
                        "'" + entry.getKey() + "' in " + path + " is outside of any profile.",
                        "Move it below one, such as [" + DEFAULT + "].");
            }
            file.add(entry.getKey(), table, seen);
        }
        return file;
    }

    /** The profile of a name; {@link OptionsProfile#NONE} if none is named and there is no default one. */
    OptionsProfile profile(String name) {
        Map<String, Object> found = profiles.get(name);
        if (found == null) {
            throw new InvalidRequestException(
                    "There is no profile '" + name + "' in " + path + ". The file has: " + names() + ".",
                    "Choose one with --options-profile.");
        }
        return OptionsProfile.of(new OptionsProfile.Place(name, path), found);
    }

    boolean has(String name) {
        return profiles.containsKey(name);
    }

    /** The names of its profiles, for messages. */
    String names() {
        return profiles.isEmpty()
                ? "none"
                : profiles.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private void add(String name, UnmodifiableConfig table, Set<String> seen) {
        if (!seen.add(name)) {
            throw new InvalidRequestException(
                    path + " has the profile '" + name + "' twice.", "Remove one of the two spellings.");
        }
        boolean holdsProfiles = false;
        boolean holdsFields = false;
        for (UnmodifiableConfig.Entry entry : table.entrySet()) {
            boolean isTable = entry.getValue() instanceof UnmodifiableConfig;
            holdsProfiles |= isTable;
            holdsFields |= isTable && OptionsField.of(entry.getKey()).isPresent();
        }
        boolean flattens = holdsProfiles && !holdsFields;
        if (!flattens) {
            profiles.put(name, new LinkedHashMap<>());
        }
        for (UnmodifiableConfig.Entry entry : table.entrySet()) {
            Object value = entry.getValue();
            if (flattens && value instanceof UnmodifiableConfig nested) {
                add(name + "." + entry.getKey(), nested, seen);
            } else {
                profiles.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(entry.getKey(), value);
            }
        }
    }

    private static UnmodifiableConfig parse(Path path) {
        try {
            // The parser wants a line end behind a table's quoted name, TOML does not.
            return new TomlParser().parse(new StringReader(Files.readString(path) + "\n"));
        } catch (ParsingException e) {
            // The parser quotes the file in its message, and somebody may have put a credential there.
            throw new InvalidRequestException(
                    path + " is not TOML.",
                    "Write [" + DEFAULT
                            + "] and below it lines such as python_version = \"3.13\", each key and each profile"
                            + " once.");
        } catch (IOException e) {
            throw new InvalidRequestException(
                    path + " cannot be read.", "Check that it is a file you may read, and that it is UTF-8.");
        }
    }
}
