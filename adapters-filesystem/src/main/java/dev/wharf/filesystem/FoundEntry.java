package dev.wharf.filesystem;

import dev.wharf.model.EntryKind;
import dev.wharf.port.ProjectTree.Entry;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a name in a directory.
 *
 * @param path the name's path
 * @param name the name itself
 * @param isPosix whether its file system knows permissions
 */
record FoundEntry(Path path, String name, boolean isPosix) {
    /**
     * Looks at it.
     *
     * @param ancestors the real paths of the project, of all directories that lead to this from there, and of the one it
     *     stands in, in this order
     */
    Entry entry(List<Path> ancestors) {
        BasicFileAttributes own;
        try {
            own = Files.readAttributes(path, type(), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            // Its directory may be listed and not entered, or it is gone since it was listed: it was there.
            return without(EntryKind.UNREADABLE, null);
        }
        Path real = ancestors.get(ancestors.size() - 1).resolve(path.getFileName());
        return own.isSymbolicLink() ? linked(ancestors) : entry(own, null, ancestors.contains(real));
    }

    private Entry linked(List<Path> ancestors) {
        String written = written();
        try {
            BasicFileAttributes there = Files.readAttributes(path, type());
            Path real = path.toRealPath();
            boolean leadsOut = !real.startsWith(ancestors.get(0));
            boolean leadsBack = ancestors.contains(real);
            return entry(there, leadsOut || (leadsBack && there.isDirectory()) ? written : null, leadsBack);
        } catch (AccessDeniedException e) {
            return without(EntryKind.UNREADABLE, written);
        } catch (IOException e) {
            // Nothing is there, or the links lead round in a circle, for which Java has no exception of its own.
            return without(EntryKind.BROKEN_LINK, written);
        }
    }

    private Entry entry(BasicFileAttributes attributes, @Nullable String link, boolean leadsBack) {
        if (attributes.isRegularFile()) {
            return new Entry(name, EntryKind.FILE, isExecutable(attributes), attributes.size(), link);
        }
        if (!attributes.isDirectory()) {
            return without(EntryKind.SPECIAL, link);
        }
        if (leadsBack) {
            return without(EntryKind.LOOP, link);
        }
        return without(Files.isReadable(path) ? EntryKind.DIRECTORY : EntryKind.UNREADABLE_DIRECTORY, link);
    }

    private Entry without(EntryKind kind, @Nullable String link) {
        return new Entry(name, kind, false, 0, link);
    }

    private @Nullable String written() {
        try {
            return Files.readSymbolicLink(path).toString();
        } catch (IOException e) {
            return null;
        }
    }

    private Class<? extends BasicFileAttributes> type() {
        return isPosix ? PosixFileAttributes.class : BasicFileAttributes.class;
    }

    private static boolean isExecutable(BasicFileAttributes attributes) {
        return attributes instanceof PosixFileAttributes known
                && known.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
