package dev.wharf.packaging;

import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A tree behind which a test can put something unexpected. */
public class RelayedProject implements ProjectTree {
    private final ProjectTree tree;

    public RelayedProject(ProjectTree tree) {
        this.tree = tree;
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
        return tree.open(path);
    }

    @Override
    public String stamp(String path) {
        return tree.stamp(path);
    }
}
