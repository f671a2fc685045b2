package dev.wharf.cli.command.project;

import dev.wharf.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as it is written in one argument, cut into its words as a shell does: blanks part them, quotes and backslashes keep blanks.
 * Nothing else of a shell is done, so what looks like a variable or a pipe is a word.
 */
final class CommandWords {
    private final String option;
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private CommandWords(String option, String text) {
        this.option = option;
        this.text = text;
    }

    /**
     * Cuts a command.
     *
     * @param option what gives it, for messages
     * @throws InvalidRequestException if there is no word in it, or a quote is not closed
     */
    static List<String> of(String option, String text) {
        return new CommandWords(option, text).cut();
    }

    private List<String> cut() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                end();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else {
                begun = true;
                word.append(c == '\\' ? next() : c);
            }
        }
        end();
        if (words.isEmpty() || words.get(0).isEmpty()) {
            throw new InvalidRequestException(option + " names no command.", "Write one such as 'fivetran package'.");
        }
        return List.copyOf(words);
    }

    private void quoted(char quote) {
        begun = true;
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            char c = text.charAt(at);
            boolean escapes =
                    quote == '"' && c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            word.append(escapes ? next() : c);
        }
        if (at == text.length()) {
            throw new InvalidRequestException(option + " has an open quote.", "Close it.");
        }
    }

    private char next() {
        at++;
        if (at == text.length()) {
            throw new InvalidRequestException(
                    option + " ends with a backslash.", "Write two backslashes for one," + " or none.");
        }
        return text.charAt(at);
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
