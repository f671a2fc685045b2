package dev.wharf.packaging;

import dev.wharf.port.ProjectTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * An archive's content as a project's directory. Directories are not kept but found among the sorted names, so deep paths cost
 * no memory.
 */
final class ArchiveTree implements ProjectTree {
    private static final char AFTER_SLASH = '/' + 1;

    private final ConnectorArchive archive;
    private final NavigableMap<String, EntryPlace> places;

    ArchiveTree(ConnectorArchive archive, NavigableMap<String, EntryPlace> places) {
        this.archive = archive;
        this.places = places;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Entry> list(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        List<Entry> found = new ArrayList<>();
        Map.Entry<String, EntryPlace> next = places.ceilingEntry(prefix);
        while (next != null && next.getKey().startsWith(prefix)) {
            String path = next.getKey();
            int slash = path.indexOf('/', prefix.length());
            if (slash >= 0) {
                found.add(new Entry(path.substring(prefix.length(), slash), true, false, 0));
                next = places.ceilingEntry(path.substring(0, slash) + AFTER_SLASH);
                continue;
            }
            if (!path.equals(prefix)) {
                ArchiveEntry file = next.getValue().entry();
                found.add(new Entry(path.substring(prefix.length()), false, file.isExecutable(), file.size()));
            }
            next = places.higherEntry(path);
        }
        return found;
    }

    @Override
    public InputStream open(String path) throws IOException {
        EntryPlace place = places.get(path);
        if (place == null || place.entry().isDirectory()) {
            throw new IOException("no such file in the archive: " + Refusal.shown(path));
        }
        return archive.open(place);
    }
}
