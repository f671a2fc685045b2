package dev.wharf.packaging.python;

/**
 * Something in Python source that is no Python.
 *
 * @param line the line it stands on
 * @param message what it is, as a sentence
 * @param isCertain whether every version of Python fails at it
 */
public record PythonMistake(int line, String message, boolean isCertain) {
    static PythonMistake certain(int line, String message) {
        return new PythonMistake(line, message, true);
    }
}
