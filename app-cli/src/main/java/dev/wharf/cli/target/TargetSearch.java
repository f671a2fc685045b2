package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileJournal;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.port.Account;
import dev.wharf.port.DeployJournal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out where to work: by the options, else the environment, else the profile, else the vendor's service. */
public final class TargetSearch {
    private static final Pattern VERSION_AT_END = Pattern.compile("/v1/?$");

    private static final String DEPLOYED_MAX_BYTES = "WHARF_DEPLOYED_MAX_BYTES";
    private static final long DEFAULT_DEPLOYED_MAX_BYTES = 2L << 30;

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
                throw new InvalidRequestException("--local and --api-url exclude each other.", "Give one of them.");
            }
            return local(local);
        }
        Profile profile = profile();
        Optional<GivenUrl> given = givenUrl();
        String kept = profile.get(Profile.LOCAL);
        if (given.isEmpty() && kept != null) {
            return local(kept);
        }
        GivenUrl url = given.or(() -> GivenUrl.of(profile.get(Profile.API_URL), "the profile " + profile.name()))
                .orElse(GivenUrl.DEFAULT);
        NetworkSearch network = new NetworkSearch(options, surroundings, profile);
        return new Target.Remote(
                uri(url.text()),
                url.origin(),
                FoundCredentials.search(options, surroundings, profile),
                options.timeout(),
                network.maxWait(),
                network.network());
    }

    private record GivenUrl(String text, String origin) {
        static final GivenUrl DEFAULT = new GivenUrl(HttpAccountSettings.VENDOR.toString(), "the default");

        static Optional<GivenUrl> of(@Nullable String text, String origin) {
            return text == null ? Optional.empty() : Optional.of(new GivenUrl(text, origin));
        }
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
     * What is kept of deploys to a target.
     *
     * @param target where the command works
     * @param account its account
     * @param warnings told when the account's journal does not take what this machine's has
     * @return the records, which the caller closes
     * @throws InvalidRequestException if the settings make no sense
     */
    DeployRecords deploys(Target target, Account account, Consumer<String> warnings) {
        Path root = dataDirectory(target).root();
        String bound = surroundings.variable(DEPLOYED_MAX_BYTES);
        long maxBytes = bound == null
                ? DEFAULT_DEPLOYED_MAX_BYTES
                : CacheSettings.of(root, bound, DEPLOYED_MAX_BYTES).maxBytes();
        DeployJournal journal = target instanceof Target.Remote remote
                ? new SharedJournal(
                        new FileJournal(root.resolve("journal").resolve(fileName(remote.url()))),
                        account.journal(),
                        warnings)
                : account.journal();
        return new DeployRecords(journal, root.resolve("deployed"), maxBytes);
    }

    /** One file for each account's address, whatever it is made of. */
    private static String fileName(URI url) {
        String address = Objects.toString(url.getRawAuthority(), "") + Objects.toString(url.getRawPath(), "");
        return address.toLowerCase(Locale.ROOT).replaceAll("/+$", "").replaceAll("[^a-z0-9.-]", "_") + ".jsonl";
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

    private Optional<GivenUrl> givenUrl() {
        return GivenUrl.of(options.apiUrl(), "--api-url")
                .or(() -> urlOfEnvironment("WHARF_API_URL"))
                .or(() -> urlOfEnvironment("FIVETRAN_API_URL"));
    }

    private Optional<GivenUrl> urlOfEnvironment(String name) {
        return GivenUrl.of(surroundings.variable(name), name);
    }

    private Target local(String directory) {
        try {
            return new Target.Local(directory.isEmpty() ? directories.data() : Path.of(directory));
        } catch (InvalidPathException e) {
            throw new InvalidRequestException("The directory given with --local is not a valid path.");
        }
    }

    /** Terraform's provider has the API's version in its URL, which belongs to each path here. */
    private static URI uri(String url) {
        try {
            return new URI(VERSION_AT_END.matcher(url).replaceFirst(""));
        } catch (URISyntaxException e) {
            throw new InvalidRequestException(
                    "The API's URL is not valid.", "Give one such as " + HttpAccountSettings.VENDOR + ".");
        }
    }
}
