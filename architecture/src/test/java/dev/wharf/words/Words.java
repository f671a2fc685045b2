package dev.wharf.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a machine can hold of {@code docs/style.md}. */
final class Words {
    /** Longer ones cannot be read at a glance. */
    private static final int MOST_WORDS = 30;

    /** What stands in a text for a value that is not known before the program runs. */
    static final String VALUE = "{}";

    /** Words that say nothing, that have a plainer name, or that this program once had of its own. */
    private static final List<String> BANNED = List.of(
            "please",
            "simply",
            "anew",
            "afresh",
            "let go of",
            "lets go of",
            "is at it",
            "under way",
            "without a word",
            "for ever",
            "mended",
            "spoiled",
            "how it fares",
            "taken back",
            "put back",
            "broke off",
            "cannot be told",
            "is told in",
            "the account tells",
            "the registry tells",
            "the server tells",
            "does not tell",
            "tells of",
            "of no use",
            "it is not known yet",
            "does not see the end",
            "half of a character",
            "is none:",
            "lets itself");

    private static final Set<String> VERBS = Set.of(
            "Builds",
            "Checks",
            "Compares",
            "Creates",
            "Deletes",
            "Deploys",
            "Downloads",
            "Lists",
            "Manages",
            "Prints",
            "Replaces",
            "Revokes",
            "Serves",
            "Shows",
            "Starts",
            "Updates",
            "Uploads",
            "Verifies");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!:])\\s+");
    private static final Pattern SHOUT = Pattern.compile("[a-zA-Z]!(\\s|$)");

    /** Advice within the sentence that says what is wrong. */
    private static final Pattern ADVICE =
            Pattern.compile(": (ask|check|choose|create|give|leave|look|make|name|put|remove"
                    + "|restore|run|send|set|start|try|update|upload|use|wait|write) ");

    private Words() {}

    /** What is wrong with any text of the program. */
    static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        BANNED.stream().filter(lower::contains).forEach(word -> faults.add("says '" + word + "'"));
        if (SHOUT.matcher(text).find()) {
            faults.add("shouts");
        }
        Arrays.stream(SENTENCE_END.split(text))
                .filter(sentence -> sentence.split("\\s+").length > MOST_WORDS)
                .forEach(sentence -> faults.add("has more than " + MOST_WORDS + " words in a sentence"));
        return faults;
    }

    /** What is wrong with the description of a command. */
    static List<String> faultsOfCommand(String description) {
        List<String> faults = new ArrayList<>(faults(description));
        if (!VERBS.contains(description.split("[ :,]")[0])) {
            faults.add("does not begin with a known verb in the present tense");
        }
        if (!description.endsWith(".")) {
            faults.add("does not end with a full stop");
        }
        return faults;
    }

    /** What is wrong with the description of an option or an argument. */
    static List<String> faultsOfOption(String description, boolean hasUnit, boolean hasDefault) {
        List<String> faults = new ArrayList<>(faults(description));
        if (!description.endsWith(".")) {
            faults.add("does not end with a full stop");
        }
        if (description.isEmpty() || !Character.isUpperCase(description.charAt(0))) {
            faults.add("does not begin with a capital letter");
        }
        if (hasUnit
                && !Pattern.compile("\\b(seconds|minutes|bytes|\\d+[smhdwMG])\\b")
                        .matcher(description)
                        .find()) {
            faults.add("names no unit");
        }
        if (hasDefault && !description.contains("Default")) {
            faults.add("names no default");
        }
        return faults;
    }

    /** What is wrong with the sentence that says what is wrong. */
    static List<String> faultsOfProblem(String problem) {
        List<String> faults = new ArrayList<>(faults(problem));
        if (ADVICE.matcher(problem).find()) {
            faults.add("gives advice, which belongs into the hint");
        }
        if (!problem.endsWith(".") && !problem.endsWith(VALUE)) {
            faults.add("does not end with a full stop");
        }
        return faults;
    }

    /** What is wrong with a hint. */
    static List<String> faultsOfHint(String hint) {
        List<String> faults = new ArrayList<>(faults(hint));
        if (!hint.startsWith(VALUE) && !Character.isUpperCase(hint.charAt(0))) {
            faults.add("does not begin with a capital letter");
        }
        return faults;
    }
}
