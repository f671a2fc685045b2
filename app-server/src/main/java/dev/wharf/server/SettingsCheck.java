package dev.wharf.server;

import io.micronaut.core.value.PropertyResolver;

/** Refuses settings that cannot be, before anything is started with them. */
final class SettingsCheck {
    private final PropertyResolver properties;

    SettingsCheck(PropertyResolver properties) {
        this.properties = properties;
    }

    void run() {
        for (SettingGroup group : SettingGroup.all()) {
            group.settings().forEach(setting -> setting.check(properties));
        }
    }
}
