package dev.wharf.cli.command.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is probably a mistake in a configuration value, and may be meant. It is told without the value. */
final class DoubtfulValue {
    private static final Set<String> NOTHING = Set.of("null", "undefined");

    /** Other tools' references. In the middle of a text a dollar sign may belong to a password, unless a variable's name follows. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?<![A-Za-z0-9$])\\$[A-Z_][A-Z0-9_]++(?![a-z])|\\{\\{|\\$\\([ A-Za-z_]");

    private DoubtfulValue() {}

    /** Of a text as it stands in the file. */
    static Optional<String> written(String written) {
        boolean isOne = written.matches("\\$[A-Za-z_][A-Za-z0-9_]*+");
        return isOne || FOREIGN.matcher(written).find()
                ? Optional.of("looks like a reference of another tool. Wharf sends it unchanged. For an environment"
                        + " variable, write ${NAME}.")
                : Optional.empty();
    }

    /** Of a value as it is sent. */
    static Optional<String> sent(String value) {
        return NOTHING.contains(value.strip().toLowerCase(Locale.ROOT))
                ? Optional.of("is the word null or undefined, which programs write for a missing value. Check"
                        + " where it comes from.")
                : Optional.empty();
    }
}
