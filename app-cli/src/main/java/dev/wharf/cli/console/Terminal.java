package dev.wharf.cli.console;

import java.util.Set;

/**
 * Which of the three standard streams a person is at.
 *
 * @param input whether answers can be typed
 * @param output whether results are looked at
 * @param error whether notes and failures are looked at
 */
public record Terminal(boolean input, boolean output, boolean error) {
    /** No person anywhere: a script, a pipeline, a test. */
    public static final Terminal NONE = new Terminal(false, false, false);

    private static final String PROPERTY = "wharf.terminal";
    private static final Set<Character> STREAMS = Set.of('0', '1', '2');

    /**
     * Looks at this process. The launcher tells, because until Java 22 a Java program can only ask about input and output
     * together, and from then on the question loads a line editor.
     *
     * @return what there is
     */
    public static Terminal detect() {
        String told = System.getProperty(PROPERTY);
        if (told == null || !told.chars().allMatch(c -> STREAMS.contains((char) c))) {
            return NONE;
        }
        return new Terminal(told.indexOf('0') >= 0, told.indexOf('1') >= 0, told.indexOf('2') >= 0);
    }
}
