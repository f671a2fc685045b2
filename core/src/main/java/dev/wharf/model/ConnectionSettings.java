package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked for when a connection is made or changed. A null component is not asked for: it is never sent, and
 * nothing set elsewhere is reset.
 *
 * @param packageId the package to bind
 * @param pythonVersion the Python to run under, such as {@code 3.13}
 * @param paused whether the connection rests
 * @param syncFrequencyMinutes minutes between two syncs
 * @param secrets the whole configuration; it replaces what was there. At most 100 entries, no key twice
 * @param runSetupTests whether the account shall test the connection at once
 */
public record ConnectionSettings(
        @Nullable PackageId packageId,
        @Nullable String pythonVersion,
        @Nullable Boolean paused,
        @Nullable Integer syncFrequencyMinutes,
        @Nullable List<Secret> secrets,
        @Nullable Boolean runSetupTests) {

    /** Asks for nothing. */
    public static final ConnectionSettings NONE = new ConnectionSettings(null, null, null, null, null, null);

    /** The most configuration entries a connection can have (the REST API's {@code secrets_list}). */
    public static final int MAX_SECRETS = 100;

    /**
     * Checks the settings against each other.
     *
     * @param packageId the package to bind
     * @param pythonVersion the Python to run under, such as {@code 3.13}
     * @param paused whether the connection rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param secrets the whole configuration
     * @param runSetupTests whether the account shall test the connection at once
     * @throws InvalidRequestException if there are too many secrets, a key comes twice, or the frequency is not positive
     */
    public ConnectionSettings {
        if (secrets != null) {
            secrets = List.copyOf(secrets);
            checkSecrets(secrets);
        }
        if (syncFrequencyMinutes != null && syncFrequencyMinutes < 1) {
            throw new InvalidRequestException("sync_frequency must be a positive number of minutes.");
        }
    }

    /**
     * Settings that bind a package and ask for nothing else.
     *
     * @param packageId the package to bind
     * @return the settings
     */
    public static ConnectionSettings binding(PackageId packageId) {
        return NONE.withPackage(packageId);
    }

    /**
     * The same settings with another package asked for.
     *
     * @param newPackageId the package to bind
     * @return the settings
     */
    public ConnectionSettings withPackage(PackageId newPackageId) {
        return new ConnectionSettings(
                newPackageId, pythonVersion, paused, syncFrequencyMinutes, secrets, runSetupTests);
    }

    private static void checkSecrets(List<Secret> secrets) {
        if (secrets.size() > MAX_SECRETS) {
            throw new InvalidRequestException("A connection takes at most " + MAX_SECRETS
                    + " configuration entries (secrets_list); this has " + secrets.size() + ".");
        }
        Set<String> keys = new HashSet<>();
        for (Secret secret : secrets) {
            if (!keys.add(secret.key())) {
                throw new InvalidRequestException("The configuration key '" + Identifiers.abbreviate(secret.key())
                        + "' comes twice: give it once.");
            }
        }
    }
}
