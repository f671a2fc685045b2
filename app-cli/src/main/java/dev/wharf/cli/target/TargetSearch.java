package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.http.HttpAccountSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds out where to work: by the options, else the environment, else the profile, else the vendor's service. */
public final class TargetSearch {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final Directories directories;

    /**
     * A search.
     *
     * @param options the command line's options
     * @param surroundings the environment
     */
    public TargetSearch(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.directories = Directories.of(surroundings);
    }

    /**
     * Searches.
     *
     * @return where to work
     * @throws InvalidRequestException if the settings contradict each other or make no sense
     */
    public Target find() {
        String local = options.local();
        if (local != null) {
            if (options.apiUrl() != null) {
                throw new InvalidRequestException("--local and --api-url exclude each other: give one of them.");
            }
            return local(local);
        }
        String url = options.apiUrl() == null ? urlOfEnvironment() : options.apiUrl();
        Profile profile = profile();
        String kept = profile.get(Profile.LOCAL);
        if (url == null && kept != null) {
            return local(kept);
        }
        if (url == null) {
            url = profile.get(Profile.API_URL);
        }
        return new Target.Remote(
                url == null ? HttpAccountSettings.VENDOR : uri(url),
                FoundCredentials.search(options, surroundings, profile),
                options.timeout());
    }

    /**
     * Where the archives being worked on are kept.
     *
     * @param target where the command works
     * @return the directory, which need not exist
     */
    public DataDirectory dataDirectory(Target target) {
        return new DataDirectory(target instanceof Target.Local local ? local.directory() : directories.data());
    }

    /**
     * Where downloaded archives are kept.
     *
     * @return the directory, which need not exist
     */
    public Path cacheDirectory() {
        return directories.cachedArchives();
    }

    /**
     * How downloaded archives are kept.
     *
     * @return the settings
     * @throws InvalidRequestException if they make no sense
     */
    CacheSettings cache() {
        String bound = surroundings.variable(CacheSettings.MAX_BYTES);
        if (bound != null) {
            return CacheSettings.of(cacheDirectory(), bound, CacheSettings.MAX_BYTES);
        }
        String kept = profile().get(Profile.CACHE_MAX_BYTES);
        return kept == null
                ? new CacheSettings(cacheDirectory(), CacheSettings.DEFAULT_MAX_BYTES)
                : CacheSettings.of(cacheDirectory(), kept, Profile.CACHE_MAX_BYTES + " in the profile");
    }

    private Profile profile() {
        String asked = options.profile() == null ? surroundings.variable("WHARF_PROFILE") : options.profile();
        return Profile.read(directories.profiles(), asked);
    }

    private @Nullable String urlOfEnvironment() {
        String own = surroundings.variable("WHARF_API_URL");
        return own == null ? surroundings.variable("FIVETRAN_API_URL") : own;
    }

    private Target local(String directory) {
        try {
            return new Target.Local(directory.isEmpty() ? directories.data() : Path.of(directory));
        } catch (InvalidPathException e) {
            throw new InvalidRequestException("The directory given with --local cannot be a path.");
        }
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new InvalidRequestException(
                    "The API's URL is none: give one such as " + HttpAccountSettings.VENDOR + ".");
        }
    }
}
