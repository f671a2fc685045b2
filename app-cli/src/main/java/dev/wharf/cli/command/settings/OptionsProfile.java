package dev.wharf.cli.command.settings;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one profile of the vendor's options file asks for.
 *
 * @param place where it stands; null for none
 * @param values what is asked for; never empty texts
 * @param unknown keys that nobody knows
 */
public record OptionsProfile(@Nullable Place place, Map<OptionsField, String> values, List<String> unknown) {
    /** Asks for nothing. */
    public static final OptionsProfile NONE = new OptionsProfile(null, Map.of(), List.of());

    private static final String API_KEY = "api_key";

    /** Where a profile stands, for messages. */
    record Place(String name, Path file) {
        InvalidRequestException refused(OptionsField field, String what, String hint) {
            return refused(field.key(), what, hint);
        }

        InvalidRequestException refused(String key, String what, String hint) {
            return new InvalidRequestException(of(key) + " " + what, hint);
        }

        String of(String key) {
            return "'" + key + "' in " + this;
        }

        @Override
        public String toString() {
            return "profile '" + name + "' of " + file;
        }
    }

    /**
     * Reads a profile.
     *
     * @throws InvalidRequestException if it asks for what cannot be, or for what Wharf cannot do
     */
    static OptionsProfile of(Place place, Map<String, Object> table) {
        if (table.containsKey(API_KEY)) {
            throw place.refused(API_KEY, "must not be stored in this file.", "Remove it, and set FIVETRAN_API_KEY.");
        }
        Map<OptionsField, String> values = new EnumMap<>(OptionsField.class);
        List<String> unknown = new ArrayList<>();
        table.forEach((key, value) -> OptionsField.of(key)
                .ifPresentOrElse(
                        field -> {
                            String text = text(place, field, value);
                            if (!text.isEmpty()) {
                                values.put(field, text);
                            }
                        },
                        () -> unknown.add(key)));
        check(place, values);
        return new OptionsProfile(place, values, unknown);
    }

    @Nullable
    public String value(OptionsField field) {
        return values.get(field);
    }

    /** This without what leads through a proxy agent. */
    OptionsProfile withoutProxy() {
        Map<OptionsField, String> rest = new EnumMap<>(OptionsField.class);
        rest.putAll(values);
        rest.remove(OptionsField.PROXY_ID);
        rest.remove(OptionsField.PROXY_HOST_CONFIG_KEY);
        return new OptionsProfile(place, rest, unknown);
    }

    /** The names of what is asked for, for messages. */
    String names() {
        return values.keySet().stream().map(OptionsField::key).collect(Collectors.joining(", "));
    }

    private static String text(Place place, OptionsField field, Object value) {
        boolean isText = value instanceof String
                || (field.takesAnyValue() && (value instanceof Number || value instanceof Boolean));
        String text = String.valueOf(value);
        if (!isText) {
            throw place.refused(field, "is not a text.", "Put it in quotes.");
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw place.refused(field, "has several lines.", "Write it in one line.");
        }
        boolean mayBeEmpty = field != OptionsField.PROXY_ID;
        if (text.isBlank() && !(text.isEmpty() && mayBeEmpty)) {
            throw place.refused(field, "is empty.", "Give it a value, or remove it.");
        }
        return field == OptionsField.PROXY_ID || field == OptionsField.PROXY_HOST_CONFIG_KEY ? text.strip() : text;
    }

    private static void check(Place place, Map<OptionsField, String> values) {
        if (values.containsKey(OptionsField.PACKAGE_ID)) {
            throw place.refused(
                    OptionsField.PACKAGE_ID,
                    "names an existing package, but a deploy builds its own.",
                    "Remove it. Or bind the package" + " with connections update and --package.");
        }
        String connection = values.get(OptionsField.CONNECTION);
        if (connection != null) {
            checkName(place, connection);
        }
        SettingValues.pythonVersion(
                place.of(OptionsField.PYTHON_VERSION.key()), values.get(OptionsField.PYTHON_VERSION));
        SettingValues.naming(place.of(OptionsField.NAMING.key()), values.get(OptionsField.NAMING));
        if (values.containsKey(OptionsField.PROXY_ID) && values.containsKey(OptionsField.HYBRID_DEPLOYMENT_AGENT_ID)) {
            throw place.refused(
                    OptionsField.PROXY_ID,
                    "and 'hybrid_deployment_agent_id' exclude each other.",
                    "Remove one of" + " them.");
        }
    }

    private static void checkName(Place place, String connection) {
        try {
            new ConnectionName(connection).checkForm();
        } catch (InvalidRequestException e) {
            InvalidRequestException named = new InvalidRequestException(
                    place.of(OptionsField.CONNECTION.key()) + " cannot be used. " + e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
