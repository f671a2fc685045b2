package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Sizes;
import dev.wharf.deployment.DeployStep;
import dev.wharf.deployment.DeployStep.ChangeConnection;
import dev.wharf.deployment.DeployStep.DeletePrevious;
import dev.wharf.deployment.DeployStep.KeepPresent;
import dev.wharf.deployment.DeployStep.MakeConnection;
import dev.wharf.deployment.DeployStep.MakeDestination;
import dev.wharf.deployment.DeployStep.Replace;
import dev.wharf.deployment.DeployStep.Upload;
import dev.wharf.deployment.SharedPackage;
import dev.wharf.model.ConnectionSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a deploy as the call of the REST API that it is.
 *
 * @param method the call's method
 * @param path the call's path
 * @param purpose what it is for
 */
record ShownStep(String method, String path, String purpose) {
    private static final String PACKAGES = "/v1/connector-sdk/packages";
    private static final String CONNECTIONS = "/v1/connections";
    private static final String POST = "POST";
    private static final String PATCH = "PATCH";

    static ShownStep of(DeployStep step) {
        if (step instanceof MakeDestination make) {
            return new ShownStep(POST, "/v1/groups", "create the destination " + make.name());
        }
        if (step instanceof KeepPresent keep) {
            return new ShownStep(
                    "GET",
                    PACKAGES + "/" + keep.packageId() + "/download",
                    "store a copy of what runs now, unless there is one");
        }
        if (step instanceof Upload upload) {
            return new ShownStep(POST, PACKAGES, "upload " + Sizes.exact(upload.bytes()));
        }
        if (step instanceof Replace replace) {
            return new ShownStep(
                    PATCH,
                    PACKAGES + "/" + replace.packageId(),
                    "replace its file by " + Sizes.exact(replace.bytes())
                            + (replace.others().isEmpty()
                                    ? ""
                                    : ", for " + SharedPackage.names(replace.others()) + " too"));
        }
        if (step instanceof MakeConnection make) {
            return new ShownStep(
                    POST, CONNECTIONS, "create " + make.name() + with(make.settings(), ", on the new package"));
        }
        if (step instanceof ChangeConnection change) {
            return new ShownStep(
                    PATCH,
                    CONNECTIONS + "/" + change.connectionId(),
                    "change it" + with(change.settings(), change.toNewPackage() ? ", to the new package" : ""));
        }
        if (step instanceof DeletePrevious delete) {
            return new ShownStep("DELETE", PACKAGES + "/" + delete.packageId(), "delete what ran before");
        }
        return new ShownStep(POST, CONNECTIONS + "/{id}/test", "run the setup tests");
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("method", method);
        document.put("path", path);
        document.put("purpose", purpose);
        return document;
    }

    String line() {
        return method + " " + path + ": " + purpose;
    }

    /** Names of settings and of configuration keys, never their values; what is no secret with its value. */
    private static String with(ConnectionSettings settings, String packaged) {
        List<String> parts = new ArrayList<>();
        add(parts, "python_version", settings.pythonVersion());
        add(parts, "paused", settings.paused());
        add(parts, "sync_frequency", settings.syncFrequencyMinutes());
        add(parts, "daily_sync_time", settings.schedule().dailySyncTime());
        add(parts, "naming", settings.naming());
        add(parts, "networking_method", settings.networking().method());
        add(parts, "proxy_agent_id", settings.networking().proxyAgentId());
        add(parts, "proxy_host_config_key", settings.networking().proxyHostKey());
        add(parts, "private_link_id", settings.networking().privateLinkId());
        add(parts, "hybrid_deployment_agent_id", settings.networking().hybridDeploymentAgentId());
        if (settings.secrets() != null) {
            parts.add("the whole configuration");
        }
        return packaged + (parts.isEmpty() ? "" : ", with " + String.join(", ", parts));
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + " " + value);
        }
    }
}
