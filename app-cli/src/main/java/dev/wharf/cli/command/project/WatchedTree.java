package dev.wharf.cli.command.project;

import dev.wharf.cli.console.Progress;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A project's tree whose reading is shown as progress while somebody wants to see it. */
final class WatchedTree implements ProjectTree {
    private final ProjectTree tree;
    private final Set<String> counted = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Progress progress;

    WatchedTree(ProjectTree tree) {
        this.tree = tree;
    }

    /** Shows what is read from now on, of every file once; null for nothing. */
    void show(@Nullable Progress shown) {
        counted.clear();
        progress = shown;
    }

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public List<Entry> list(String directory) {
        return tree.list(directory);
    }

    @Override
    public InputStream open(String path) throws IOException {
        Progress shown = progress;
        InputStream content = tree.open(path);
        return shown != null && counted.add(path) ? shown.counting(content) : content;
    }

    @Override
    public String stamp(String path) {
        return tree.stamp(path);
    }
}
