package dev.wharf.cli.command.settings;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Networking;
import dev.wharf.model.Schedule;
import dev.wharf.model.SchemaNaming;
import dev.wharf.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that the service would refuse, or take and run badly: they are refused here, before anything is sent. */
final class SettingValues {
    private static final List<String> METHODS =
            List.of(Networking.DIRECTLY, "SshTunnel", Networking.PROXY_AGENT, "PrivateLink");
    private static final List<String> USUAL_HOST_KEYS = List.of("host", "hosts");
    private static final int DAILY = 1440;
    private static final List<Integer> FREQUENCIES = List.of(1, 5, 15, 30, 60, 120, 180, 360, 480, 720, DAILY);
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** The oldest Python that connectors run under is 3.10; newer ones than today's are the service's to refuse. */
    private static final Pattern PYTHON = Pattern.compile("3\\.[1-9][0-9]");

    private SettingValues() {}

    /**
     * A version of Python.
     *
     * @param place what gives it, for messages
     */
    static @Nullable String pythonVersion(String place, @Nullable String given) {
        if (given != null && !PYTHON.matcher(given).matches()) {
            throw new InvalidRequestException(
                    place + " is '" + given + "', which cannot be chosen.",
                    "Write a version from 3.10 on as two numbers, such as 3.13.");
        }
        return given;
    }

    /**
     * How schemas are named, in any spelling that the vendor's client takes.
     *
     * @param place what gives it, for messages
     */
    static @Nullable SchemaNaming naming(String place, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return SchemaNaming.valueOf(given.strip().toUpperCase(Locale.ROOT).replaceFirst("_NAMING$", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(place + " must be FIVETRAN or SOURCE.");
        }
    }

    static @Nullable Integer syncFrequency(@Nullable Integer minutes) {
        if (minutes != null && !FREQUENCIES.contains(minutes)) {
            throw new InvalidRequestException(
                    "--sync-frequency is " + minutes + ".",
                    "Choose one of "
                            + String.join(
                                    ", ",
                                    FREQUENCIES.stream().map(String::valueOf).toList()) + " minutes.");
        }
        return minutes;
    }

    /** A time at which a sync of each day begins; only what syncs once a day has one. */
    static Schedule schedule(@Nullable String dailySyncTime, @Nullable Integer syncFrequency) {
        if (dailySyncTime == null) {
            return Schedule.UNSTATED;
        }
        if (!TIME.matcher(dailySyncTime).matches()) {
            throw new InvalidRequestException(
                    "--daily-sync-time is '" + dailySyncTime + "'.",
                    "Write hours and minutes with two digits each, such as 03:00.");
        }
        if (syncFrequency == null || syncFrequency != DAILY) {
            throw new InvalidRequestException(
                    "--daily-sync-time is for connections that sync once a day.",
                    "Add --sync-frequency" + " " + DAILY + ".");
        }
        return new Schedule(null, dailySyncTime, null, null, null);
    }

    /** The way to the source, with the method in the API's words; a proxy agent alone means its method. */
    static Networking networking(
            @Nullable String method,
            @Nullable String proxyAgentId,
            @Nullable String privateLinkId,
            @Nullable String hybridDeploymentAgentId,
            @Nullable String proxyHostKey) {
        checkNotBlank("--networking-method", method);
        checkNotBlank("--proxy-agent-id", proxyAgentId);
        checkNotBlank("--private-link-id", privateLinkId);
        checkNotBlank("--hybrid-deployment-agent-id (FIVETRAN_HD_AGENT_ID)", hybridDeploymentAgentId);
        checkNotBlank("--proxy-host-config-key", proxyHostKey);
        String known = method == null ? null : known(method);
        boolean throughProxy = proxyAgentId != null || proxyHostKey != null;
        String option = proxyAgentId != null ? "--proxy-agent-id" : "--proxy-host-config-key";
        if (throughProxy && hybridDeploymentAgentId != null) {
            throw new InvalidRequestException(
                    option + " and --hybrid-deployment-agent-id" + " (FIVETRAN_HD_AGENT_ID) exclude each other.",
                    "Give one of them.");
        }
        if (throughProxy && known != null && !known.equals(Networking.PROXY_AGENT)) {
            throw new InvalidRequestException(
                    option + " and --networking-method " + known + " exclude each other.", "Leave out one of them.");
        }
        if (proxyAgentId == null && Networking.PROXY_AGENT.equals(known)) {
            throw new InvalidRequestException(
                    "--networking-method ProxyAgent names no" + " agent.", "Add --proxy-agent-id.");
        }
        String asked = known == null && proxyAgentId != null ? Networking.PROXY_AGENT : known;
        return new Networking(asked, proxyAgentId, privateLinkId, hybridDeploymentAgentId, proxyHostKey);
    }

    /**
     * The configuration key that holds the hosts which a proxy agent leads to, where none is named: the one that the vendor's client
     * would take.
     */
    static Optional<String> usualHostKey(List<Secret> secrets) {
        return USUAL_HOST_KEYS.stream()
                .filter(key -> secrets.stream().anyMatch(secret -> secret.key().equals(key)))
                .findFirst();
    }

    /** What a proxy agent leads to stands under a key of the configuration. */
    static void checkHostKey(@Nullable String proxyHostKey, @Nullable List<Secret> secrets) {
        if (proxyHostKey != null
                && secrets != null
                && secrets.stream().noneMatch(secret -> secret.key().equals(proxyHostKey))) {
            throw new InvalidRequestException(
                    "--proxy-host-config-key is '" + proxyHostKey + "', but the configuration has no such key.",
                    "Name the one that holds the hosts.");
        }
    }

    private static String known(String method) {
        return METHODS.stream()
                .filter(method::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "--networking-method is '" + method + "'.",
                        "Choose one of" + " " + String.join(", ", METHODS) + "."));
    }

    private static void checkNotBlank(String option, @Nullable String given) {
        if (given != null && given.isBlank()) {
            throw new InvalidRequestException(option + " is empty.", "Give it a value, or leave it out.");
        }
    }
}
