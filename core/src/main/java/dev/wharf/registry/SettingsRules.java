package dev.wharf.registry;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Fields;
import dev.wharf.model.Networking;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a connection of a hosted registry may be asked to be. What is asked for is kept and told, or refused here by its name: nothing
 * is taken and then overlooked. The values are those of the vendor's API.
 */
final class SettingsRules {
    private static final List<Integer> FREQUENCIES = List.of(1, 5, 15, 30, 60, 120, 180, 360, 480, 720, 1440);
    private static final int DAILY = 1440;
    private static final List<String> METHODS = List.of("Directly", "PrivateLink", "ProxyAgent", "SshTunnel");
    private static final List<String> SCHEDULES = List.of("auto", "manual");
    private static final List<String> SENSITIVITIES = List.of("LOW", "NORMAL", "HIGH", "SYNC_FREQUENCY", "CUSTOM");
    private static final Pattern HOUR = Pattern.compile("([01][0-9]|2[0-3]):00");
    /** The vendor has 3.10 to 3.14 today; a registry need not be updated before the next can be tried. */
    private static final Pattern PYTHON = Pattern.compile("3\\.[1-9][0-9]");

    private static final int MOST_CHARACTERS = 65_536;
    private static final Set<String> NOT_TO_BE_SET = Set.of(
            "id",
            "schema",
            "connected_by",
            "created_at",
            "succeeded_at",
            "failed_at",
            "service_version",
            "setup_tests",
            "source_sync_details",
            "status");

    private SettingsRules() {}

    /**
     * Checks that what a connection keeps for ever is not asked to be another.
     *
     * @param asked what is asked for
     * @param present the connection
     * @throws InvalidRequestException the first that is asked to be another, by the REST API's name
     */
    static void checkKept(ConnectionSettings asked, Connection present) {
        SchemaNaming kept = present.naming() == null ? SchemaNaming.FIVETRAN : present.naming();
        if (asked.naming() != null && asked.naming() != kept) {
            throw new InvalidRequestException(
                    "destination_schema_names cannot be changed.", "Leave it out, or create another connection.");
        }
    }

    /**
     * Checks what is asked for.
     *
     * @param asked what is asked for; an empty text lets go of what was there
     * @param changed what the connection would be
     * @throws InvalidRequestException the first that cannot be, by the REST API's name
     */
    static void check(ConnectionSettings asked, Connection changed) {
        Integer frequency = asked.syncFrequencyMinutes();
        if (frequency != null && !FREQUENCIES.contains(frequency)) {
            throw cannot("sync_frequency", "one of " + FREQUENCIES + " minutes");
        }
        oneOf("networking_method", asked.networking().method(), METHODS);
        String python = asked.pythonVersion();
        if (python != null && !python.isEmpty() && !isPython(python)) {
            throw cannot("config.python_version", "a version from 3.10 on such as 3.13, without a patch level");
        }
        checkSchedule(asked.schedule(), changed);
        checkNetworking(asked.networking(), changed.networking());
        checkOthers(asked.others(), changed.others());
    }

    static boolean isPython(String version) {
        return PYTHON.matcher(version).matches();
    }

    private static void checkSchedule(Schedule asked, Connection changed) {
        oneOf("schedule_type", asked.type(), SCHEDULES);
        oneOf("data_delay_sensitivity", asked.dataDelaySensitivity(), SENSITIVITIES);
        Integer threshold = asked.dataDelayThresholdMinutes();
        if (threshold != null && threshold < 0) {
            throw cannot("data_delay_threshold", "a number of minutes, 0 or more");
        }
        String hour = asked.dailySyncTime();
        if (hour == null || hour.isEmpty()) {
            return;
        }
        if (!HOUR.matcher(hour).matches()) {
            throw cannot("daily_sync_time", "a full hour from 00:00 to 23:00");
        }
        if (!Integer.valueOf(DAILY).equals(changed.syncFrequencyMinutes())) {
            throw new InvalidRequestException(
                    "daily_sync_time needs a sync_frequency of 1440.", "Send both, or neither.");
        }
    }

    private static void checkNetworking(Networking asked, Networking changed) {
        text("proxy_agent_id", asked.proxyAgentId());
        text("private_link_id", asked.privateLinkId());
        text("hybrid_deployment_agent_id", asked.hybridDeploymentAgentId());
        text("config.proxy_host_config_key", asked.proxyHostKey());
        boolean concerned = asked.proxyAgentId() != null || asked.hybridDeploymentAgentId() != null;
        if (concerned && changed.proxyAgentId() != null && changed.hybridDeploymentAgentId() != null) {
            throw new InvalidRequestException(
                    "proxy_agent_id and hybrid_deployment_agent_id exclude each other.",
                    "Set one, and clear the other with an empty text.");
        }
    }

    private static void checkOthers(Fields asked, Fields kept) {
        for (String name : asked.asMap().keySet()) {
            if (NOT_TO_BE_SET.contains(name)) {
                throw new InvalidRequestException(name + " cannot be set.", "Leave it out.");
            }
        }
        if (asked.has("is_historical_sync")) {
            throw new InvalidRequestException(
                    "is_historical_sync cannot be set here.", "Leave it out, and POST to the connection's /resync.");
        }
        if (asked.has("auth")) {
            throw new InvalidRequestException(
                    "auth is not supported for " + Connection.SERVICE + ".", "Send secrets in config.secrets_list.");
        }
        if (!asked.isEmpty() && characters(kept.asMap()) > MOST_CHARACTERS) {
            throw new InvalidRequestException(
                    "The fields that this registry does not know have more than " + MOST_CHARACTERS
                            + " characters in total.",
                    "Send fewer.");
        }
    }

    private static int characters(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(each -> characters(each.getKey()) + characters(each.getValue()))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(each -> 1 + characters(each)).sum();
        }
        return value == null ? 4 : value.toString().length();
    }

    /** What not every catalog could keep is refused over all of them. */
    private static void text(String name, @Nullable String asked) {
        if (asked != null
                && (asked.indexOf('\0') >= 0
                        || asked.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE))) {
            throw cannot(name, "a text without NUL and without unpaired surrogates");
        }
    }

    private static void oneOf(String name, @Nullable String asked, List<String> allowed) {
        if (asked != null && !asked.isEmpty() && !allowed.contains(asked)) {
            throw cannot(name, "one of " + String.join(", ", allowed));
        }
    }

    private static InvalidRequestException cannot(String name, String must) {
        return new InvalidRequestException(name + " must be " + must + ".");
    }
}
