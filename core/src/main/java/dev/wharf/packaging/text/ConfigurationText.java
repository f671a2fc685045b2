package dev.wharf.packaging.text;

import dev.wharf.model.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What a file of a connection's configuration says: one flat JSON object whose values are strings, lists of strings, or null
 * for no value. Read the same way wherever it comes from. No value ever shows up in a problem.
 *
 * @param entries what it holds, in the file's order, as far as it could be read
 * @param problems what is wrong with it, in the file's order; empty if it can be used
 */
public record ConfigurationText(List<Entry> entries, List<Problem> problems) {
    /** The most bytes such a file may have. */
    public static final int MAX_BYTES = 1024 * 1024;

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the confidential value
     */
    public record Entry(String key, SecretValue value) {}

    /**
     * Something wrong.
     *
     * @param line the line, from 1; 0 if it is about the whole file
     * @param message what is wrong, without any value
     * @param advice what to do
     */
    public record Problem(int line, String message, String advice) {}

    /**
     * Copies the lists.
     *
     * @param entries what it holds
     * @param problems what is wrong with it
     */
    public ConfigurationText {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @param in the file's bytes, in an encoding that {@link Text} reads; the caller closes it
     * @return what it says
     * @throws IOException if it cannot be read
     */
    public static ConfigurationText read(InputStream in) throws IOException {
        Text text = Text.read(in, MAX_BYTES);
        if (text == null) {
            Problem tooLarge = new Problem(0, "It is larger than 1 MiB.", "Keep only the connector's settings in it.");
            return new ConfigurationText(List.of(), List.of(tooLarge));
        }
        return new FlatJson(text).read();
    }
}
