package dev.wharf.cli.command.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References to environment variables in configuration values: {@code ${NAME}}, or {@code ${NAME:-otherwise}}. In CI a secret that is
 * not set is empty, so a variable that holds nothing is refused: it would replace a value that works.
 */
final class ConfigurationReferences {
    private static final Pattern PART =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<otherwise>[^}]*))?\\})?");

    private final Map<String, String> environment;

    ConfigurationReferences(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The text with its references replaced, and the escaped beginnings of others unescaped. */
    String replaced(ValuePlace place, String written, boolean mayBeEmpty) {
        Matcher part = PART.matcher(written);
        StringBuilder replaced = new StringBuilder();
        while (part.find()) {
            String text = part.group().startsWith("$$") ? "${" : referred(place, part, mayBeEmpty);
            part.appendReplacement(replaced, Matcher.quoteReplacement(text));
        }
        return part.appendTail(replaced).toString();
    }

    private String referred(ValuePlace place, Matcher part, boolean mayBeEmpty) {
        String name = part.group("name");
        String otherwise = part.group("otherwise");
        if (name == null || (otherwise != null && otherwise.contains("${"))) {
            throw place.refused(
                    "has a ${ that begins no reference.",
                    "Write ${NAME} or ${NAME:-otherwise} for an environment"
                            + " variable. Write $${ for the two characters.");
        }
        return variable(place, name, otherwise, mayBeEmpty);
    }

    private String variable(ValuePlace place, String name, @Nullable String otherwise, boolean mayBeEmpty) {
        String value = environment.get(name);
        if (otherwise != null && (value == null || value.isEmpty())) {
            return otherwise;
        }
        String origin = "is taken from the environment variable " + name + ", which ";
        if (value == null) {
            throw place.refused(origin + "is not set.", "Set it, or write ${" + name + ":-otherwise}.");
        }
        if (value.isBlank()) {
            if (mayBeEmpty) {
                return value;
            }
            throw place.refused(
                    origin + "is set, but " + (value.isEmpty() ? "empty." : "blank."),
                    "Set it. In CI, a missing secret is empty. If it may be empty, add --allow-empty " + place.key()
                            + ".");
        }
        if (endsOneLine(value)) {
            throw place.refused(
                    origin + "ends with a line break, which would be part of the" + " value.",
                    "Remove it where the variable is set. If the value needs it, write" + " \"${" + name
                            + "}\\n\" and remove it from the variable.");
        }
        if (value.chars().allMatch(c -> c == '*')) {
            throw place.refused(origin + "is only stars, like a hidden value.", "Set it to the value itself.");
        }
        return value;
    }

    /** A text of several lines may end with the end of the last, as keys and certificates do. */
    private static boolean endsOneLine(String value) {
        String rest = value.replaceFirst("[\\r\\n]++\\z", "");
        return rest.length() < value.length() && rest.indexOf('\n') < 0 && rest.indexOf('\r') < 0;
    }
}
