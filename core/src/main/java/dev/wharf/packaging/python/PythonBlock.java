package dev.wharf.packaging.python;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block of Python source that a statement stands in, and whether the connector can do without what is asked for there:
 * because a failure is caught, or because the block is not run where connectors run.
 */
public final class PythonBlock {
    static final PythonBlock MODULE = new PythonBlock(null, -1, "");

    private static final Set<String> IMPORT_ERRORS =
            Set.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");
    private static final Set<String> FILE_ERRORS =
            Set.of("FileNotFoundError", "OSError", "IOError", "EnvironmentError", "Exception", "BaseException");
    /** Words in a condition that is not true where connectors run, or not under every Python. */
    private static final Set<String> ELSEWHERE = Set.of("TYPE_CHECKING", "version_info", "__name__", "platform");

    private final @Nullable PythonBlock outer;
    private final int indent;
    private final String word;
    private final int depth;
    /** The block whose failures this one handles; null if it handles none. */
    private @Nullable PythonBlock tried;

    private boolean forgivesImports;
    private boolean forgivesFiles;

    PythonBlock(@Nullable PythonBlock outer, int indent, String word) {
        this.outer = outer;
        this.indent = indent;
        this.word = word;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    /** How many blocks there are around it. */
    int depth() {
        return depth;
    }

    /** The block around a line that is indented so far. */
    PythonBlock around(int column) {
        PythonBlock block = this;
        while (block.outer != null && block.indent >= column) {
            block = block.outer;
        }
        return block;
    }

    /** The block of the same level that a line goes on with, such as {@code try} before {@code except}; null without one. */
    @Nullable
    PythonBlock before(int column) {
        PythonBlock before = null;
        for (PythonBlock block = this; block != null && block.indent >= column; block = block.outer) {
            before = block.indent == column ? block : before;
        }
        return before;
    }

    /** Begins a block in this one, by its first line. */
    PythonBlock begin(int column, List<PythonToken> header, @Nullable PythonBlock before) {
        String first = header.get(0).text();
        PythonBlock block = new PythonBlock(this, column, first);
        switch (first) {
            case "if", "elif", "else" -> block.condition(header, before);
            case "except" -> block.handler(header, before);
            case "finally" -> {}
            case "with" -> {
                if (names(header, Set.of("suppress"))) {
                    block.forgivesImports = names(header, IMPORT_ERRORS);
                    block.forgivesFiles = names(header, FILE_ERRORS);
                }
            }
            default -> {}
        }
        return block;
    }

    private void condition(List<PythonToken> header, @Nullable PythonBlock before) {
        boolean follows = !word.equals("if") && before != null && before.isConditional();
        boolean elsewhere = names(header, ELSEWHERE);
        forgivesImports = elsewhere || (follows && before != null && before.forgivesImports);
        forgivesFiles = elsewhere
                || names(header, Set.of("exists", "is_file", "isfile", "isdir", "is_dir"))
                || (follows && before != null && before.forgivesFiles);
    }

    private boolean isConditional() {
        return word.equals("if") || word.equals("elif");
    }

    /** What a handler catches is forgiven in the block it belongs to; and what it does instead may fail too. */
    private void handler(List<PythonToken> header, @Nullable PythonBlock before) {
        boolean all = header.size() == 1;
        forgivesImports = all || names(header, IMPORT_ERRORS);
        forgivesFiles = all || names(header, FILE_ERRORS);
        tried = before != null && before.tried != null ? before.tried : before;
        if (tried != null) {
            tried.forgivesImports |= forgivesImports;
            tried.forgivesFiles |= forgivesFiles;
        }
    }

    /**
     * Whether the connector runs on where an import fails in it.
     *
     * @return whether it does; known once the whole module was read
     */
    public boolean forgivesImports() {
        PythonBlock block = this;
        while (!block.forgivesImports && block.outer != null) {
            block = block.outer;
        }
        return block.forgivesImports;
    }

    /**
     * Whether the connector runs on where a file is missing in it.
     *
     * @return whether it does; known once the whole module was read
     */
    public boolean forgivesFiles() {
        PythonBlock block = this;
        while (!block.forgivesFiles && block.outer != null) {
            block = block.outer;
        }
        return block.forgivesFiles;
    }

    private static boolean names(List<PythonToken> header, Set<String> words) {
        return header.stream().anyMatch(t -> words.contains(t.text()));
    }
}
