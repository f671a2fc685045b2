package dev.wharf.deployment;

import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Networking;
import dev.wharf.model.Schedule;
import dev.wharf.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a connection beside its package.
 *
 * @param asked what is asked for; without a package, and without setup tests, which a deploy runs itself
 */
record WantedSettings(ConnectionSettings asked) {

    static WantedSettings of(ConnectionSettings settings) {
        return new WantedSettings(new ConnectionSettings(
                null,
                settings.pythonVersion(),
                settings.paused(),
                settings.syncFrequencyMinutes(),
                settings.naming(),
                settings.networking(),
                settings.schedule(),
                settings.secrets(),
                false,
                settings.cleared(),
                settings.others()));
    }

    /**
     * What of it a connection does not have. Secrets cannot be read back, so asking for any is asking for a change. Naming cannot be
     * changed, so it is not asked for.
     */
    WantedSettings missingIn(Connection connection) {
        Networking now = connection.networking();
        Networking networking = asked.networking();
        return new WantedSettings(new ConnectionSettings(
                null,
                missing(asked.pythonVersion(), connection.pythonVersion()),
                missing(asked.paused(), connection.paused()),
                missing(asked.syncFrequencyMinutes(), connection.syncFrequencyMinutes()),
                null,
                new Networking(
                        missing(networking.method(), now.method()),
                        missing(networking.proxyAgentId(), now.proxyAgentId()),
                        missing(networking.privateLinkId(), now.privateLinkId()),
                        missing(networking.hybridDeploymentAgentId(), now.hybridDeploymentAgentId()),
                        missing(networking.proxyHostKey(), now.proxyHostKey())),
                missingIn(connection.schedule()),
                asked.secrets(),
                false,
                clearedIn(connection),
                asked.others()));
    }

    private Schedule missingIn(Schedule now) {
        Schedule wanted = asked.schedule();
        return new Schedule(
                missing(wanted.type(), now.type()),
                missing(wanted.dailySyncTime(), now.dailySyncTime()),
                missing(wanted.pauseAfterTrial(), now.pauseAfterTrial()),
                missing(wanted.dataDelaySensitivity(), now.dataDelaySensitivity()),
                missing(wanted.dataDelayThresholdMinutes(), now.dataDelayThresholdMinutes()));
    }

    /** What is there to let go of; of what an account tells nothing of there may be something. */
    private Set<String> clearedIn(Connection connection) {
        Connection without = connection.changedBy(ConnectionSettings.NONE.withCleared(asked.cleared()));
        return without.equals(connection.tested(List.of())) ? Set.of() : asked.cleared();
    }

    /** Whether another naming is asked for than a connection has, which it keeps for ever. */
    boolean asksForOtherNaming(Connection connection) {
        return asked.naming() != null && connection.naming() != null && asked.naming() != connection.naming();
    }

    boolean isNothing() {
        return names().isEmpty();
    }

    boolean hasSecrets() {
        return asked.secrets() != null;
    }

    /** By the names the REST API has for them; of a configuration its keys. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Networking networking = asked.networking();
        add(names, "python_version", asked.pythonVersion());
        add(names, "paused", asked.paused());
        add(names, "sync_frequency", asked.syncFrequencyMinutes());
        add(names, "destination_schema_names", asked.naming());
        add(names, "networking_method", networking.method());
        add(names, "proxy_agent_id", networking.proxyAgentId());
        add(names, "private_link_id", networking.privateLinkId());
        add(names, "hybrid_deployment_agent_id", networking.hybridDeploymentAgentId());
        add(names, "config.proxy_host_config_key", networking.proxyHostKey());
        add(names, "schedule_type", asked.schedule().type());
        add(names, "daily_sync_time", asked.schedule().dailySyncTime());
        add(names, "pause_after_trial", asked.schedule().pauseAfterTrial());
        add(names, "data_delay_sensitivity", asked.schedule().dataDelaySensitivity());
        add(names, "data_delay_threshold", asked.schedule().dataDelayThresholdMinutes());
        asked.cleared().stream().sorted().forEach(names::add);
        names.addAll(asked.others().asMap().keySet());
        List<Secret> secrets = asked.secrets();
        if (secrets != null) {
            names.add("secrets_list");
        }
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object value) {
        if (value != null) {
            names.add(name);
        }
    }

    private static <T> @Nullable T missing(@Nullable T wanted, @Nullable T present) {
        return Objects.equals(wanted, present) ? null : wanted;
    }
}
