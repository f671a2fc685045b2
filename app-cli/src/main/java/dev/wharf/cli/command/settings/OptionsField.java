package dev.wharf.cli.command.settings;

import java.util.Arrays;
import java.util.Optional;

/** What a profile of the vendor's options file may ask for, by its name there. */
public enum OptionsField {
    DESTINATION("destination", false),
    CONNECTION("connection", true),
    PYTHON_VERSION("python_version", false),
    NAMING("naming", true),
    HYBRID_DEPLOYMENT_AGENT_ID("hybrid_deployment_agent_id", false),
    PROXY_ID("proxy_id", true),
    PROXY_HOST_CONFIG_KEY("proxy_host_config_key", false),
    PACKAGE_ID("package_id", false);

    private final String key;
    private final boolean takesAnyValue;

    OptionsField(String key, boolean takesAnyValue) {
        this.key = key;
        this.takesAnyValue = takesAnyValue;
    }

    static Optional<OptionsField> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** Whether the vendor's client takes a number or a truth value for its text. */
    boolean takesAnyValue() {
        return takesAnyValue;
    }
}
