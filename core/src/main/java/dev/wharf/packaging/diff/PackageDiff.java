package dev.wharf.packaging.diff;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.PackagedFiles;
import dev.wharf.packaging.selection.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two packages: names, bytes and execute bits, and nothing else. Two directories, or two archives that
 * Wharf made, without a difference give archives of one hash.
 */
public final class PackageDiff {
    private static final int CHUNK = 64 * 1024;

    private final PackagedFiles before;
    private final PackagedFiles after;

    private PackageDiff(PackagedFiles before, PackagedFiles after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares two packages. Reads no more than it must: files of two sizes differ, and of others nothing after the first
     * difference.
     *
     * @param before the one
     * @param after the other
     * @return the files that differ: by path, in the order of {@code before}, then those that are only in {@code after}
     * @throws InvalidProjectException if a file of a directory cannot be read
     * @throws dev.wharf.failure.InvalidArchiveException if an archive changes meanwhile
     */
    public static List<FileChange> between(PackagedFiles before, PackagedFiles after) {
        return new PackageDiff(before, after).changes();
    }

    private List<FileChange> changes() {
        Map<String, ProjectFile> left = new LinkedHashMap<>();
        after.files().forEach(file -> left.put(file.path(), file));
        List<FileChange> changes = new ArrayList<>();
        for (ProjectFile was : before.files()) {
            ProjectFile is = left.remove(was.path());
            boolean other = is == null || was.size() != is.size() || differs(was.path());
            if (is == null || other || was.isExecutable() != is.isExecutable()) {
                changes.add(new FileChange(was, is, other));
            }
        }
        left.values().forEach(added -> changes.add(new FileChange(null, added, true)));
        return List.copyOf(changes);
    }

    private boolean differs(String path) {
        try (InputStream one = before.open(path);
                InputStream two = after.open(path)) {
            byte[] ones = new byte[CHUNK];
            byte[] twos = new byte[CHUNK];
            while (true) {
                int count = one.readNBytes(ones, 0, CHUNK);
                int other = two.readNBytes(twos, 0, CHUNK);
                if (!Arrays.equals(ones, 0, count, twos, 0, other)) {
                    return true;
                }
                if (count < CHUNK) {
                    return false;
                }
            }
        } catch (IOException e) {
            throw new InvalidProjectException("The file " + path + " cannot be read.", "Check its permissions.", e);
        }
    }
}
