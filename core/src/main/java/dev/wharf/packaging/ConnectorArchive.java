package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.failure.StorageException;
import dev.wharf.packaging.check.CheckedProject;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.ProjectCheck;
import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.selection.Selection;
import dev.wharf.port.ProjectTree;
import dev.wharf.port.StoredArchive;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * An archive that was found to be a connector package: a ZIP archive whose directory, local headers and bytes agree, with
 * {@code connector.py} at its root and names that stay inside. Reading it is bounded in memory whatever it holds.
 */
public final class ConnectorArchive implements PackagedFiles {
    /** The file every connector has at its root. */
    public static final String CONNECTOR = "connector.py";

    private final StoredArchive archive;
    private final List<ArchiveEntry> entries;
    private final NavigableMap<String, EntryPlace> places = new TreeMap<>();

    private ConnectorArchive(StoredArchive archive, List<EntryPlace> inOrder) {
        this.archive = archive;
        this.entries = inOrder.stream().map(EntryPlace::entry).toList();
        inOrder.forEach(place -> places.put(place.entry().name(), place));
    }

    /**
     * Reads an archive, its directory and every byte of its entries.
     *
     * @param archive the archive; opened again whenever content is read later
     * @param limits what it may hold
     * @return what it holds
     * @throws dev.wharf.failure.InvalidArchiveException if it is no connector package, saying why
     * @throws StorageException if its bytes cannot be read
     */
    public static ConnectorArchive read(StoredArchive archive, ArchiveLimits limits) {
        try (ChannelBytes bytes = new ChannelBytes(archive.openChannel())) {
            return new ConnectorArchive(archive, new ArchiveCheck(bytes, limits).check());
        } catch (EOFException e) {
            throw Refusal.because(Reason.TRUNCATED, "it is cut off.", "Build or send it again, complete.");
        } catch (IOException e) {
            throw new StorageException("The archive could not be read back from the store.", "Try again.", e);
        }
    }

    /**
     * What the archive holds, in its own order.
     *
     * @return files, and directories where the archive has entries for such
     */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    @Override
    public List<ProjectFile> files() {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .map(entry -> new ProjectFile(entry.name(), entry.size(), entry.isExecutable()))
                .sorted(Comparator.comparing(ProjectFile::path, Selection.BY_BYTES))
                .toList();
    }

    @Override
    public InputStream open(String path) throws IOException {
        EntryPlace place = places.get(path);
        if (place == null || place.entry().isDirectory()) {
            throw new IOException("no such file in the archive: " + Refusal.shown(path));
        }
        return open(place);
    }

    /**
     * Opens one entry's content, unpacked on the way. It can be opened as often as wanted, several at a time, as long as the
     * archive this was read from can be opened. Not more bytes come than the entry's size; if at the end size or checksum
     * are not the entry's, because the archive has changed since it was checked, the last read throws
     * {@link dev.wharf.failure.InvalidArchiveException}.
     *
     * @param entry one of this archive's entries
     * @return its bytes, none for a directory; the caller closes the stream
     * @throws IOException if the archive cannot be opened
     * @throws IllegalArgumentException if it is no entry of this archive
     */
    public InputStream open(ArchiveEntry entry) throws IOException {
        EntryPlace place = places.get(entry.name());
        if (place == null || !place.entry().equals(entry)) {
            throw new IllegalArgumentException("no entry of this archive: " + entry.name());
        }
        return open(place);
    }

    /**
     * The archive's files as a project's directory, so that whatever works on a project works on an archive. Directories come
     * from the files' names and from directory entries. It reads through {@link #open}, with the same promises.
     *
     * @return the tree; it is called {@code archive}
     */
    public ProjectTree tree() {
        return new ArchiveTree(this, places);
    }

    /**
     * What is wrong with the archive's content, by the checks that a project's directory has to pass before it is packaged.
     * Reads every file again.
     *
     * @return errors and warnings: errors first, then by path and line
     * @throws dev.wharf.failure.InvalidArchiveException if the archive changes meanwhile
     */
    public List<Finding> findings() {
        Selection selection = new Selection(files(), List.of());
        return ProjectCheck.check(
                new CheckedProject(tree(), selection, Set.of(), archive.length(), ArchiveLimits.DEFAULT.maxBytes()));
    }

    InputStream open(EntryPlace place) throws IOException {
        ChannelBytes bytes = new ChannelBytes(archive.openChannel());
        return new FilterInputStream(new EntryContent(place, bytes)) {
            @Override
            public void close() throws IOException {
                try (bytes) {
                    super.close();
                }
            }
        };
    }
}
