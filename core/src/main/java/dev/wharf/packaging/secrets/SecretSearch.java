package dev.wharf.packaging.secrets;

import dev.wharf.packaging.text.Text;
import dev.wharf.packaging.text.TextEncoding;
import dev.wharf.port.ProjectTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Looks for secrets in the files of a project: by what they hold, and else by their names. For one thread at a time. */
public final class SecretSearch {
    /** So many secrets are found in one file at most. */
    public static final int MAX_PER_FILE = SecretScan.MAX_PER_FILE;

    /** So many bytes tell how a text is written. */
    private static final int BEGINNING = 4;

    private final SecretScan scan = new SecretScan();
    private final ProjectTree tree;
    private final int maxTextBytes;

    /**
     * A search in a project.
     *
     * @param tree the project
     * @param maxTextBytes what is longer, in bytes, is judged by its name where nothing is found in it
     */
    public SecretSearch(ProjectTree tree, int maxTextBytes) {
        this.tree = tree;
        this.maxTextBytes = maxTextBytes;
    }

    /**
     * Looks through a file of any length, to its end unless it holds too many.
     *
     * @param path its path in the project
     * @return what it holds, at most one a line, in order; empty if it holds no secret
     * @throws IOException if it cannot be read
     */
    public List<FoundSecret> in(String path) throws IOException {
        SecretFile kind = new SecretFile(path);
        List<FoundSecret> found = found(path, kind);
        if (!found.isEmpty() || !kind.isSuspicious()) {
            return found;
        }
        Text text = Text.read(tree, path, maxTextBytes);
        return kind.credentials(text).map(what -> new FoundSecret(what, 0)).stream()
                .toList();
    }

    private List<FoundSecret> found(String path, SecretFile kind) throws IOException {
        TextEncoding encoding;
        try (BufferedInputStream in = new BufferedInputStream(tree.open(path))) {
            in.mark(BEGINNING);
            encoding = TextEncoding.of(in.readNBytes(BEGINNING));
            in.reset();
            List<FoundSecret> found = scan.scan(in, kind.isSettings());
            if (!found.isEmpty() || !encoding.isWide()) {
                return found;
            }
        }
        // Only its first bytes say that it is text, so it was looked at as it is, too.
        try (InputStream in = tree.open(path)) {
            return scan.scan(new NarrowText(in, encoding), kind.isSettings());
        }
    }
}
