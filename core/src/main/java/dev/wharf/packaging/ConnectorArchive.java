package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.failure.StorageException;
import dev.wharf.port.StoredArchive;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An archive that was found to be a connector package: a ZIP archive whose directory, local headers and bytes agree, with
 * {@code connector.py} at its root and names that stay inside. Reading it is bounded in memory whatever it holds.
 */
public final class ConnectorArchive {
    /** The file every connector has at its root. */
    public static final String CONNECTOR = "connector.py";

    private final List<ArchiveEntry> entries;

    private ConnectorArchive(List<ArchiveEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads an archive, its directory and every byte of its entries.
     *
     * @param archive the archive
     * @param limits what it may hold
     * @return what it holds
     * @throws dev.wharf.failure.InvalidArchiveException if it is no connector package, saying why
     * @throws StorageException if its bytes cannot be read
     */
    public static ConnectorArchive read(StoredArchive archive, ArchiveLimits limits) {
        try (SeekableByteChannel channel = archive.openChannel()) {
            return new ConnectorArchive(check(new ChannelBytes(channel), limits));
        } catch (EOFException e) {
            throw Refusal.because(Reason.TRUNCATED, "it ends before the archive does. Build or send it again, whole.");
        } catch (IOException e) {
            throw new StorageException("The archive could not be read back from the store: try again.", e);
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

    private static List<ArchiveEntry> check(ChannelBytes bytes, ArchiveLimits limits) throws IOException {
        ZipEnd end = ZipEnd.find(bytes);
        List<ZipHeader> headers = readDirectory(bytes, end, limits);
        checkNames(headers);
        checkUnpackedSize(headers, limits);
        checkContents(bytes, end, headers);
        return headers.stream().map(ZipHeader::entry).toList();
    }

    private static List<ZipHeader> readDirectory(ChannelBytes bytes, ZipEnd end, ArchiveLimits limits)
            throws IOException {
        if (end.entries() > limits.maxEntries()) {
            throw Refusal.because(
                    Reason.BEYOND_LIMITS,
                    "it has " + end.entries() + " entries; at most " + limits.maxEntries() + " are allowed.");
        }
        if (end.directorySize() > limits.maxDirectoryBytes()) {
            throw Refusal.because(
                    Reason.BEYOND_LIMITS,
                    "its directory has " + end.directorySize() + " bytes; at most " + limits.maxDirectoryBytes()
                            + " are allowed.");
        }
        ByteBuffer directory = bytes.read(end.directoryOffset(), (int) end.directorySize());
        List<ZipHeader> headers = new ArrayList<>();
        while (directory.hasRemaining()) {
            headers.add(checkKind(ZipHeader.take(directory)));
            if (headers.size() > end.entries()) {
                break;
            }
        }
        if (headers.size() != end.entries()) {
            throw Refusal.inconsistent("its directory does not hold the number of entries it says.");
        }
        return headers;
    }

    private static ZipHeader checkKind(ZipHeader header) {
        EntryNames.check(header.name());
        if ((header.flags()
                        & (ZipFormat.FLAG_ENCRYPTED | ZipFormat.FLAG_STRONG_ENCRYPTION | ZipFormat.FLAG_MASKED_HEADERS))
                != 0) {
            throw Refusal.because(
                    Reason.ENCRYPTED,
                    "the entry " + Refusal.shown(header.name())
                            + " is encrypted. Build the archive without a password.");
        }
        if (header.method() != ZipFormat.STORED && header.method() != ZipFormat.DEFLATED) {
            throw Refusal.because(
                    Reason.UNKNOWN_METHOD,
                    "the entry " + Refusal.shown(header.name()) + " uses compression method " + header.method()
                            + "; only stored (0) and deflated (8) are allowed.");
        }
        int kind = header.unixMode() & ZipFormat.UNIX_KIND_MASK;
        if (kind != 0 && kind != (header.isDirectory() ? ZipFormat.UNIX_DIRECTORY : ZipFormat.UNIX_REGULAR)) {
            throw Refusal.because(
                    Reason.UNSAFE_KIND,
                    "the entry " + Refusal.shown(header.name())
                            + " is a link, a device or the like. Put in plain files only.");
        }
        if (header.method() == ZipFormat.STORED && header.size() != header.compressedSize()) {
            throw Refusal.inconsistent("the stored entry " + Refusal.shown(header.name()) + " has two sizes.");
        }
        return header;
    }

    private static void checkNames(List<ZipHeader> headers) {
        Set<String> names = new HashSet<>();
        for (ZipHeader header : headers) {
            String name = header.name();
            String plain = header.isDirectory() ? name.substring(0, name.length() - 1) : name;
            if (!names.add(plain)) {
                throw Refusal.because(
                        Reason.DUPLICATE_NAME,
                        "the name " + Refusal.shown(name) + " comes twice. Put each file in once.");
            }
        }
        if (headers.stream().noneMatch(h -> h.name().equals(CONNECTOR))) {
            throw Refusal.because(
                    Reason.CONNECTOR_MISSING,
                    "it has no connector.py at its root. Put connector.py at the top of the archive, not in a folder.");
        }
    }

    private static void checkUnpackedSize(List<ZipHeader> headers, ArchiveLimits limits) {
        long left = limits.maxUnpackedBytes();
        for (ZipHeader header : headers) {
            if (header.size() > left) {
                throw Refusal.because(
                        Reason.BEYOND_LIMITS,
                        "it unpacks to more than the " + limits.maxUnpackedBytes() + " bytes allowed.");
            }
            left -= header.size();
        }
    }

    private static void checkContents(ChannelBytes bytes, ZipEnd end, List<ZipHeader> headers) throws IOException {
        List<ZipHeader> inPlace = new ArrayList<>(headers);
        inPlace.sort(Comparator.comparingLong(ZipHeader::localOffset));
        long free = 0;
        for (ZipHeader header : inPlace) {
            if (header.localOffset() < free) {
                throw Refusal.because(
                        Reason.OVERLAP, "the entry " + Refusal.shown(header.name()) + " shares bytes with another.");
            }
            long dataOffset = header.locate(bytes, end.directoryOffset());
            free = dataOffset + header.compressedSize();
            try (InputStream content = new EntryContent(header, bytes, dataOffset)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
