package dev.wharf.cli.target;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.Network;
import dev.wharf.http.network.Proxies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * Finds out how the network is: by the options, else Wharf's own variables, else the profile, else the variables that all programs know. A
 * profile is chosen for one account, and those are not, so it comes before them.
 */
final class NetworkSearch {
    private static final String PROXY = "WHARF_PROXY";
    private static final String CA_FILE = "WHARF_CA_FILE";
    private static final String MAX_WAIT = "WHARF_MAX_WAIT";

    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final Profile profile;

    NetworkSearch(GlobalOptions options, Surroundings surroundings, Profile profile) {
        this.options = options;
        this.surroundings = surroundings;
        this.profile = profile;
    }

    /**
     * Searches. No certificates are read yet.
     *
     * @throws InvalidRequestException if a proxy of Wharf's own settings is none; the message names the setting
     */
    Network network() {
        Network network = Network.ofEnvironment(surroundings.environment());
        Setting proxy = first(options.proxy(), "--proxy", PROXY, Profile.PROXY);
        if (proxy != null) {
            network = network.withProxies(Proxies.of(proxy.text(), proxy.origin(), surroundings.environment()));
        }
        Setting file = first(options.caFile(), "--ca-file", CA_FILE, Profile.CA_FILE);
        return file == null ? network : network.withAuthorities(Authorities.of(file.text(), file.origin()));
    }

    /** How long the registry may ask to wait; null for the default. */
    @Nullable
    Duration maxWait() {
        if (options.maxWait() != null) {
            return options.maxWait();
        }
        Setting kept = first(null, "--max-wait", MAX_WAIT, Profile.MAX_WAIT);
        try {
            return kept == null ? null : new Seconds().convert(kept.text());
        } catch (TypeConversionException e) {
            throw new InvalidRequestException(
                    "The duration in " + kept.origin() + " is not valid:" + " " + e.getMessage() + ".");
        }
    }

    private @Nullable Setting first(@Nullable String given, String option, String variable, String key) {
        if (given != null) {
            return new Setting(given, option);
        }
        String set = surroundings.variable(variable);
        if (set != null) {
            return new Setting(set, variable);
        }
        String kept = profile.get(key);
        return kept == null ? null : new Setting(kept, key + " of the profile " + profile.name());
    }

    private record Setting(String text, String origin) {}
}
