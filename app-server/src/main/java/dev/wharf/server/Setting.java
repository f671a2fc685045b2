package dev.wharf.server;

import dev.wharf.failure.InvalidRequestException;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.value.PropertyResolver;

/**
 * Something that the operator decides.
 *
 * @param name its name in YAML, such as {@code wharf.data}; one that ends with {@link #OF_CONNECTIONS} is a setting for each connection
 * @param form what it may be
 * @param usual what it is if it is not set; empty for nothing
 * @param meaning what it says, in sentences with Markdown's marks
 */
public record Setting(String name, SettingForm form, String usual, String meaning) {
    /** How the name of a setting ends that there is for each connection, by the connection's name. */
    static final String OF_CONNECTIONS = ".<connection>";

    /**
     * Refuses what cannot be. Where a setting cannot be read the framework takes the default without a word, and an operator who asked
     * for a grace of "7 days" would lose archives after one.
     *
     * @throws InvalidRequestException if it is set and not of its form
     */
    void check(PropertyResolver properties) {
        if (!name.endsWith(OF_CONNECTIONS)) {
            check(properties, name);
            return;
        }
        String base = name.substring(0, name.length() - OF_CONNECTIONS.length());
        properties
                .getProperties(base, StringConvention.RAW)
                .keySet()
                .forEach(each -> check(properties, base + "." + each));
    }

    private void check(PropertyResolver properties, String each) {
        if (properties.containsProperty(each) && !form.check().holds(properties, each)) {
            throw new InvalidRequestException(
                    "The setting " + each + " has a value that is not valid.", "Give " + form.words() + ".");
        }
    }
}
