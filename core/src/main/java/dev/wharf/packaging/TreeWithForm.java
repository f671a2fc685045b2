package dev.wharf.packaging;

import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A project's tree in which a configuration form can be opened that lies elsewhere, or nowhere.
 *
 * @param tree the project's own tree
 * @param form the form
 */
record TreeWithForm(ProjectTree tree, ArchiveSource form) implements ProjectTree {
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
        return path.equals(ConnectorProject.FORM) ? form.open() : tree.open(path);
    }

    @Override
    public String stamp(String path) {
        return path.equals(ConnectorProject.FORM) ? "" : tree.stamp(path);
    }
}
