package dev.wharf.cli.target;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAllowedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings kept in a file under a name:
 *
 * <pre>{@code
 * [profiles.work]
 * api_url = "https://wharf.example"
 * api_key = "..."
 * api_secret = "..."
 * }</pre>
 */
final class Profile {
    /** The profile that is used when none is named; it need not exist. */
    static final String DEFAULT = "default";

    static final String API_URL = "api_url";
    static final String API_KEY = "api_key";
    static final String API_SECRET = "api_secret";
    static final String LOCAL = "local";
    static final String CACHE_MAX_BYTES = "cache_max_bytes";
    static final String PROXY = "proxy";
    static final String CA_FILE = "ca_file";
    static final String MAX_WAIT = "max_wait";

    private static final String PROFILES = "profiles";
    private static final Set<String> KEYS =
            Set.of(API_URL, API_KEY, API_SECRET, LOCAL, CACHE_MAX_BYTES, PROXY, CA_FILE, MAX_WAIT);
    private static final Set<String> NUMBERS = Set.of(CACHE_MAX_BYTES, MAX_WAIT);
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final String name;
    private final Map<String, String> values;

    private Profile(String name, Map<String, String> values) {
        this.name = name;
        this.values = values;
    }

    /**
     * Reads a profile.
     *
     * @param file the configuration file; need not exist
     * @param asked the profile's name; null for the default one
     * @throws NotAllowedException if others than its owner may read or write the file
     * @throws InvalidRequestException if the file cannot be understood, or has no profile of the name asked for
     */
    static Profile read(Path file, @Nullable String asked) {
        String name = asked == null ? DEFAULT : asked;
        if (!Files.exists(file)) {
            if (asked == null) {
                return new Profile(name, Map.of());
            }
            throw new InvalidRequestException(
                    "There is no profile '" + asked + "', because the file does not" + " exist: " + file + ".",
                    "Create the file, or leave out --profile.");
        }
        checkOwnerOnly(file);
        UnmodifiableConfig all = parse(file);
        Object profiles = all.get(List.of(PROFILES));
        Object chosen = profiles instanceof UnmodifiableConfig named ? named.get(List.of(name)) : null;
        if (chosen instanceof UnmodifiableConfig entries) {
            return new Profile(name, strings(file, entries));
        }
        if (asked == null) {
            return new Profile(name, Map.of());
        }
        throw new InvalidRequestException(
                "There is no profile '" + asked + "' in " + file + ". The file has: " + names(profiles) + ".",
                "Choose a profile of the file with --profile, or add this one.");
    }

    String name() {
        return name;
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    /** Whether only the file's owner can see what is in it; true where the file system knows no owners. */
    static boolean isOwnerOnly(Path file) throws IOException {
        return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                || Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains);
    }

    private static void checkOwnerOnly(Path file) {
        try {
            if (!isOwnerOnly(file)) {
                throw new NotAllowedException(
                        "Other users may read " + file + ", which may hold credentials." + " Wharf does not use it.",
                        "Run chmod 600 on it.");
            }
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static UnmodifiableConfig parse(Path file) {
        try {
            return TomlFile.parse(file, "[profiles.NAME] and below it lines such as api_url = \"...\"");
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static Map<String, String> strings(Path file, UnmodifiableConfig entries) {
        Map<String, String> values = new HashMap<>();
        for (UnmodifiableConfig.Entry entry : entries.entrySet()) {
            String key = entry.getKey();
            if (!KEYS.contains(key)) {
                throw new InvalidRequestException(
                        "'" + key + "' in " + file + " is not a setting.",
                        "Use " + String.join(", ", new TreeSet<>(KEYS)) + ".");
            }
            Object given = entry.getValue();
            String value = NUMBERS.contains(key) && given instanceof Number ? given.toString() : null;
            if (given instanceof String text && !text.isEmpty()) {
                value = text;
            }
            if (value == null) {
                throw new InvalidRequestException("'" + key + "' in " + file + " is not a text in quotes.");
            }
            values.put(key, value);
        }
        return values;
    }

    private static String names(@Nullable Object profiles) {
        if (!(profiles instanceof UnmodifiableConfig named) || named.isEmpty()) {
            return "none";
        }
        return named.entrySet().stream()
                .map(UnmodifiableConfig.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static InvalidRequestException unreadable(Path file) {
        return new InvalidRequestException(file + " cannot be read.", "Check its permissions.");
    }
}
