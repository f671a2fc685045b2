package dev.wharf.model;

import dev.wharf.failure.InvalidRequestException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked for when a connection is made or changed. A null component is not asked for: it is never sent, and
 * nothing set elsewhere is reset.
 *
 * @param packageId the package to bind
 * @param pythonVersion the Python to run under, such as {@code 3.13}
 * @param paused whether the connection rests
 * @param syncFrequencyMinutes minutes between two syncs
 * @param naming how schemas are named in the destination
 * @param networking how the source is reached; its null components are not asked for
 * @param schedule when the connection syncs, beside its frequency; its null components are not asked for
 * @param secrets the whole configuration; it replaces what was there. At most 100 entries, no key twice, no value of stars only:
 *     that is what is read back in place of a value, and to send one is always a mistake
 * @param runSetupTests whether the account shall test the connection at once; null leaves it to the account, and the vendor's does
 * @param cleared what is to be as if it had never been asked for, by the REST API's names, such as {@code proxy_agent_id} or
 *     {@code config.proxy_host_config_key} (an explicit null there)
 * @param others what else is asked for, by the REST API's names; passed on as it is
 */
public record ConnectionSettings(
        @Nullable PackageId packageId,
        @Nullable String pythonVersion,
        @Nullable Boolean paused,
        @Nullable Integer syncFrequencyMinutes,
        @Nullable SchemaNaming naming,
        Networking networking,
        Schedule schedule,
        @Nullable List<Secret> secrets,
        @Nullable Boolean runSetupTests,
        Set<String> cleared,
        Fields others) {

    /** Asks for nothing. */
    public static final ConnectionSettings NONE =
            new ConnectionSettings(null, null, null, null, null, Networking.UNSTATED, null, null);

    /** The most configuration entries a connection can have (the REST API's {@code secrets_list}). */
    public static final int MAX_SECRETS = 100;

    /**
     * Checks the settings against each other.
     *
     * @param packageId the package to bind
     * @param pythonVersion the Python to run under, such as {@code 3.13}
     * @param paused whether the connection rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param naming how schemas are named in the destination
     * @param networking how the source is reached
     * @param schedule when the connection syncs
     * @param secrets the whole configuration
     * @param runSetupTests whether the account shall test the connection at once
     * @param cleared what is to be as if it had never been asked for
     * @param others what else is asked for
     * @throws InvalidRequestException if there are too many secrets, a key comes twice, or the frequency is not positive, or a
     *     value is a mask
     */
    public ConnectionSettings {
        cleared = Set.copyOf(cleared);
        if (secrets != null) {
            secrets = List.copyOf(secrets);
            SecretsAsked.check(secrets);
        }
        if (syncFrequencyMinutes != null && syncFrequencyMinutes < 1) {
            throw new InvalidRequestException("sync_frequency must be a positive number of minutes.");
        }
    }

    /**
     * Settings that say nothing of a schedule and clear nothing.
     *
     * @param packageId the package to bind
     * @param pythonVersion the Python to run under, such as {@code 3.13}
     * @param paused whether the connection rests
     * @param syncFrequencyMinutes minutes between two syncs
     * @param naming how schemas are named in the destination
     * @param networking how the source is reached
     * @param secrets the whole configuration
     * @param runSetupTests whether the account shall test the connection at once
     * @throws InvalidRequestException as the other constructor says
     */
    public ConnectionSettings(
            @Nullable PackageId packageId,
            @Nullable String pythonVersion,
            @Nullable Boolean paused,
            @Nullable Integer syncFrequencyMinutes,
            @Nullable SchemaNaming naming,
            Networking networking,
            @Nullable List<Secret> secrets,
            @Nullable Boolean runSetupTests) {
        this(
                packageId,
                pythonVersion,
                paused,
                syncFrequencyMinutes,
                naming,
                networking,
                Schedule.UNSTATED,
                secrets,
                runSetupTests,
                Set.of(),
                Fields.NONE);
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
        return with(asked -> asked.packageId = newPackageId);
    }

    /**
     * The same settings with another Python asked for.
     *
     * @param version the Python to run under; null to not ask for one
     * @return the settings
     */
    public ConnectionSettings withPythonVersion(@Nullable String version) {
        return with(asked -> asked.pythonVersion = version);
    }

    /**
     * The same settings with rest asked for, or work.
     *
     * @param rests whether the connection rests; null to not ask
     * @return the settings
     */
    public ConnectionSettings withPaused(@Nullable Boolean rests) {
        return with(asked -> asked.paused = rests);
    }

    /**
     * The same settings with another frequency asked for.
     *
     * @param minutes minutes between two syncs; null to not ask
     * @return the settings
     */
    public ConnectionSettings withSyncFrequency(@Nullable Integer minutes) {
        return with(asked -> asked.syncFrequencyMinutes = minutes);
    }

    /**
     * The same settings with another naming asked for.
     *
     * @param wanted how schemas are named; null to not ask
     * @return the settings
     */
    public ConnectionSettings withNaming(@Nullable SchemaNaming wanted) {
        return with(asked -> asked.naming = wanted);
    }

    /**
     * The same settings with another way to the source asked for.
     *
     * @param wanted how the source is reached
     * @return the settings
     */
    public ConnectionSettings withNetworking(Networking wanted) {
        return with(asked -> asked.networking = wanted);
    }

    /**
     * The same settings with another schedule asked for.
     *
     * @param wanted when the connection syncs
     * @return the settings
     */
    public ConnectionSettings withSchedule(Schedule wanted) {
        return with(asked -> asked.schedule = wanted);
    }

    /**
     * The same settings with another configuration asked for.
     *
     * @param configuration the whole configuration; null to keep what is there
     * @return the settings
     */
    public ConnectionSettings withSecrets(@Nullable List<Secret> configuration) {
        return with(asked -> asked.secrets = configuration);
    }

    /**
     * The same settings with setup tests asked for, or not.
     *
     * @param tested whether the account shall test the connection at once; null leaves it to the account
     * @return the settings
     */
    public ConnectionSettings withSetupTests(@Nullable Boolean tested) {
        return with(asked -> asked.runSetupTests = tested);
    }

    /**
     * The same settings with other things cleared.
     *
     * @param names what is to be as if it had never been asked for
     * @return the settings
     */
    public ConnectionSettings withCleared(Set<String> names) {
        return with(asked -> asked.cleared = names);
    }

    /**
     * The same settings with other fields asked for.
     *
     * @param fields what else is asked for
     * @return the settings
     */
    public ConnectionSettings withOthers(Fields fields) {
        return with(asked -> asked.others = fields);
    }

    private ConnectionSettings with(Consumer<SettingsDraft> change) {
        SettingsDraft draft = new SettingsDraft(this);
        change.accept(draft);
        return draft.settings();
    }
}
