package dev.wharf.packaging.check;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a project.
 *
 * @param severity how bad it is
 * @param rule what was checked
 * @param path the file or directory it is about, relative to the project; null if it is about the whole
 * @param line the line of that file, from 1; 0 if it is about the whole file
 * @param message what is wrong, without anything secret
 * @param advice what to do
 */
public record Finding(Severity severity, Rule rule, @Nullable String path, int line, String message, String advice) {
    /**
     * A finding. Where assertions are on, as in tests, its severity is one that the rule lists.
     *
     * @param severity how bad it is
     * @param rule what was checked
     * @param path the file or directory it is about; null if it is about the whole
     * @param line the line of that file, from 1; 0 if it is about the whole file
     * @param message what is wrong, without anything secret
     * @param advice what to do
     */
    public Finding {
        assert rule.severities().contains(severity) : rule + " as " + severity;
    }

    static Finding error(Rule rule, @Nullable String path, int line, String message, String advice) {
        return new Finding(Severity.ERROR, rule, path, line, message, advice);
    }

    static Finding warning(Rule rule, @Nullable String path, int line, String message, String advice) {
        return new Finding(Severity.WARNING, rule, path, line, message, advice);
    }

    /**
     * Where it is, for people.
     *
     * @return the path and, where there is one, the line; empty if it is about the whole
     */
    public String place() {
        if (path == null) {
            return "";
        }
        return line > 0 ? path + ":" + line : path;
    }

    @Override
    public String toString() {
        String place = place();
        return (place.isEmpty() ? "" : place + ": ") + message + " " + advice;
    }
}
