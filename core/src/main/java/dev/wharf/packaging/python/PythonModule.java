package dev.wharf.packaging.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a Python module that was read, not run.
 *
 * @param bindsConnector whether its top level binds the name {@code connector}
 * @param mayBindUnseen whether it may bind names that cannot be seen here, such as all those of another module
 * @param deletedLine the line on which its top level deletes that name again; 0 if it does not
 * @param imports the modules it imports, anywhere in it
 * @param mistake the first thing in it that is no Python; null if there is none
 */
public record PythonModule(
        boolean bindsConnector,
        boolean mayBindUnseen,
        int deletedLine,
        List<Import> imports,
        @Nullable PythonMistake mistake) {
    /** No file's path is longer: a module of a longer name is not there, and is left out of what is read. */
    static final int LONGEST_NAME = 1000;

    /**
     * An import.
     *
     * @param module the module's name, with its leading dots if it is relative; what is imported from a module is named below
     *     it, as it may be a module too
     * @param line the line it stands on
     */
    public record Import(String module, int line) {}

    /**
     * Reads a module. Never fails: the first thing in it that is no Python is kept, and reading goes on.
     *
     * @param source its source
     * @return what is known of it
     */
    public static PythonModule read(String source) {
        return new PythonReader(source).read();
    }
}
