package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's files are, by the XDG base directory rules.
 *
 * @param data what is kept: the embedded registry, archives
 * @param configuration what is configured
 * @param cache what can be had again
 */
public record Directories(Path data, Path configuration, Path cache) {
    private static final String NAME = "wharf";

    /**
     * Those of a user.
     *
     * @param surroundings the user's environment
     * @return the directories, which need not exist
     */
    public static Directories of(Surroundings surroundings) {
        Path home = surroundings.home();
        return new Directories(
                base(
                        surroundings.variable("XDG_DATA_HOME"),
                        home.resolve(".local").resolve("share")),
                base(surroundings.variable("XDG_CONFIG_HOME"), home.resolve(".config")),
                base(surroundings.variable("XDG_CACHE_HOME"), home.resolve(".cache")));
    }

    /**
     * The file of profiles.
     *
     * @return the file, which need not exist
     */
    public Path profiles() {
        return configuration.resolve("config.toml");
    }

    /**
     * Where archives are kept that were downloaded.
     *
     * @return the directory, which need not exist
     */
    public Path cachedArchives() {
        return cache.resolve("archives");
    }

    /** The rules say that a relative path is to be ignored. */
    private static Path base(@Nullable String given, Path otherwise) {
        return (given != null && Path.of(given).isAbsolute() ? Path.of(given) : otherwise).resolve(NAME);
    }
}
