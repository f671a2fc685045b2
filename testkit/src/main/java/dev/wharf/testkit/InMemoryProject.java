package dev.wharf.testkit;

import dev.wharf.model.EntryKind;
import dev.wharf.port.ProjectTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project tree in memory, which lists in the order things were put in, or backwards. */
public final class InMemoryProject implements ProjectTree {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> directories = new LinkedHashSet<>();
    private final Set<String> executables = new LinkedHashSet<>();
    private final Map<String, Entry> others = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<String, Integer> written = new LinkedHashMap<>();
    private final Set<String> entered = new LinkedHashSet<>();
    private boolean backwards;

    /**
     * A project with nothing but a {@code connector.py} that passes every check.
     *
     * @return the project
     */
    public static InMemoryProject withConnector() {
        return new InMemoryProject().file("connector.py", "connector = Connector(update=update)\n");
    }

    /**
     * Puts a file in.
     *
     * @param path its path
     * @param content its text, to be UTF-8
     * @return this project
     */
    public InMemoryProject file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts a file in.
     *
     * @param path its path
     * @param content its bytes
     * @return this project
     */
    public InMemoryProject file(String path, byte[] content) {
        files.put(path, content);
        written.merge(path, 1, Integer::sum);
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            directories.add(path.substring(0, slash));
        }
        return this;
    }

    /**
     * Puts files in that hold something.
     *
     * @param paths their paths
     * @return this project
     */
    public InMemoryProject files(String... paths) {
        for (String path : paths) {
            file(path, "content of " + path);
        }
        return this;
    }

    /**
     * Puts a directory in that may stay empty.
     *
     * @param path its path
     * @return this project
     */
    public InMemoryProject directory(String path) {
        directories.add(path);
        return this;
    }

    /**
     * Puts something in that cannot be packaged.
     *
     * @param path its path
     * @param kind what it is
     * @param link where it leads, if it is a link; else null
     * @return this project
     */
    public InMemoryProject other(String path, EntryKind kind, @Nullable String link) {
        others.put(path, new Entry(own(path), kind, false, 0, link));
        return this;
    }

    /**
     * Makes a file or directory that is there a link out of the project.
     *
     * @param path its path
     * @param target where it leads
     * @return this project
     */
    public InMemoryProject link(String path, String target) {
        links.put(path, target);
        return this;
    }

    /**
     * Takes a file out again.
     *
     * @param path its path
     * @return this project
     */
    public InMemoryProject remove(String path) {
        files.remove(path);
        return this;
    }

    /**
     * Lets the owner execute a file.
     *
     * @param path its path
     * @return this project
     */
    public InMemoryProject executable(String path) {
        executables.add(path);
        return this;
    }

    /**
     * Lists the other way round from now on.
     *
     * @return this project
     */
    public InMemoryProject backwards() {
        backwards = true;
        return this;
    }

    /**
     * The directories that were listed.
     *
     * @return their paths
     */
    public Set<String> entered() {
        return entered;
    }

    @Override
    public String name() {
        return "project";
    }

    @Override
    public List<Entry> list(String directory) {
        entered.add(directory);
        List<Entry> entries = new ArrayList<>();
        directories.forEach(path -> {
            if (parent(path).equals(directory)) {
                entries.add(new Entry(own(path), EntryKind.DIRECTORY, false, 0, links.get(path)));
            }
        });
        files.forEach((path, content) -> {
            if (parent(path).equals(directory)) {
                entries.add(new Entry(
                        own(path), EntryKind.FILE, executables.contains(path), content.length, links.get(path)));
            }
        });
        others.forEach((path, entry) -> {
            if (parent(path).equals(directory)) {
                entries.add(entry);
            }
        });
        if (backwards) {
            Collections.reverse(entries);
        }
        return entries;
    }

    @Override
    public InputStream open(String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IOException("no such file: " + path);
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public String stamp(String path) {
        return String.valueOf(written.getOrDefault(path, 0));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String own(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
