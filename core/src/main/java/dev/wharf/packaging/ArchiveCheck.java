package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Goes through an archive once, cheap questions first: its end, its directory, its names, its sizes, its bytes. */
final class ArchiveCheck {
    private final ChannelBytes bytes;
    private final ArchiveLimits limits;

    ArchiveCheck(ChannelBytes bytes, ArchiveLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /** All entries, in the order of the archive's directory. */
    List<EntryPlace> check() throws IOException {
        ZipEnd end = ZipEnd.find(bytes);
        List<ZipHeader> headers = readDirectory(end);
        checkNames(headers);
        checkSizes(headers);
        return readContents(end, headers);
    }

    private List<ZipHeader> readDirectory(ZipEnd end) throws IOException {
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
            throw Refusal.inconsistent("its directory states another number of entries than it has.");
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
                    "the entry " + Refusal.shown(header.name()) + " is encrypted.",
                    "Build the archive without a password.");
        }
        if (header.method() != ZipFormat.STORED && header.method() != ZipFormat.DEFLATED) {
            throw Refusal.because(
                    Reason.UNKNOWN_METHOD,
                    "the entry " + Refusal.shown(header.name()) + " uses compression method " + header.method()
                            + "; only stored (0) and deflated (8) are allowed.");
        }
        if (header.version() > ZipFormat.MAX_VERSION || (header.flags() & ZipFormat.FLAG_PATCH) != 0) {
            throw Refusal.because(
                    Reason.UNKNOWN_METHOD,
                    "the entry " + Refusal.shown(header.name())
                            + " needs features of the ZIP format that few tools support.",
                    "Build it with another tool.");
        }
        int kind = header.unixMode() & ZipFormat.UNIX_KIND_MASK;
        if (kind != 0 && kind != (header.isDirectory() ? ZipFormat.UNIX_DIRECTORY : ZipFormat.UNIX_REGULAR)) {
            throw Refusal.because(
                    Reason.UNSAFE_KIND,
                    "the entry " + Refusal.shown(header.name()) + " is a link, a device or another special file.",
                    "Put plain files only into the archive.");
        }
        if (header.method() == ZipFormat.STORED && header.size() != header.compressedSize()) {
            throw Refusal.inconsistent("the stored entry " + Refusal.shown(header.name()) + " has two sizes.");
        }
        if (header.isDirectory() && header.size() > 0) {
            throw Refusal.inconsistent("the directory " + Refusal.shown(header.name()) + " has bytes like a file.");
        }
        return header;
    }

    private static void checkNames(List<ZipHeader> headers) {
        NavigableSet<String> names = new TreeSet<>();
        for (ZipHeader header : headers) {
            if (!names.add(header.name())) {
                throw Refusal.because(
                        Reason.DUPLICATE_NAME,
                        "the name " + Refusal.shown(header.name()) + " appears twice.",
                        "Put each file into the archive once.");
            }
        }
        for (ZipHeader header : headers) {
            if (!header.isDirectory() && holdsSomething(header.name() + "/", names)) {
                throw Refusal.because(
                        Reason.DUPLICATE_NAME,
                        "the name " + Refusal.shown(header.name()) + " is both a file and a directory.",
                        "Rename one of them.");
            }
        }
        if (!names.contains(ConnectorArchive.CONNECTOR)) {
            throw Refusal.because(
                    Reason.CONNECTOR_MISSING,
                    "it has no connector.py at its root.",
                    "Put connector.py at the top of the archive, not in a folder.");
        }
    }

    private static boolean holdsSomething(String directory, NavigableSet<String> names) {
        String next = names.ceiling(directory);
        return next != null && next.startsWith(directory);
    }

    private void checkSizes(List<ZipHeader> headers) {
        long size = 0;
        long compressedSize = 0;
        for (ZipHeader header : headers) {
            if (header.size() > limits.maxUnpackedBytes() - size) {
                throw Refusal.because(
                        Reason.BEYOND_LIMITS,
                        "it unpacks to more than the " + limits.maxUnpackedBytes() + " bytes allowed.");
            }
            checkRatio("the entry " + Refusal.shown(header.name()), header.size(), header.compressedSize());
            size += header.size();
            // What lies outside the archive is refused later; here it must not make room for a bomb.
            compressedSize += Math.min(header.compressedSize(), header.size());
        }
        checkRatio("it", size, compressedSize);
    }

    private void checkRatio(String what, long size, long compressedSize) {
        if (size > ArchiveLimits.RATIO_FLOOR && size / limits.maxRatio() > compressedSize) {
            throw Refusal.because(
                    Reason.SUSPICIOUS_RATIO,
                    what + " unpacks to more than " + limits.maxRatio() + " times its compressed size.",
                    "Leave out highly repetitive files, or store them uncompressed.");
        }
    }

    private List<EntryPlace> readContents(ZipEnd end, List<ZipHeader> headers) throws IOException {
        List<ZipHeader> inPlace = new ArrayList<>(headers);
        inPlace.sort(Comparator.comparingLong(ZipHeader::localOffset));
        Map<String, EntryPlace> places = new HashMap<>();
        long free = 0;
        for (int i = 0; i < inPlace.size(); i++) {
            ZipHeader header = inPlace.get(i);
            if (header.localOffset() < free) {
                throw Refusal.because(
                        Reason.OVERLAP, "the entry " + Refusal.shown(header.name()) + " shares bytes with another.");
            }
            if (header.localOffset() > 0 && i == 0) {
                throw Refusal.inconsistent("it does not begin with its first entry.");
            }
            EntryPlace place =
                    new EntryPlace(header.entry(), header.method(), header.locate(bytes, end.directoryOffset()));
            try (InputStream content = new EntryContent(place, bytes)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            places.put(header.name(), place);
            free = place.dataOffset() + header.compressedSize();
            long next = i + 1 < inPlace.size() ? inPlace.get(i + 1).localOffset() : end.directoryOffset();
            if (next >= free) {
                checkNothingHidden(header, free, next);
                free = next;
            }
        }
        return headers.stream().map(h -> places.get(h.name())).toList();
    }

    /** Who unpacks an archive from its first byte on takes what lies between two entries for another entry, or for the end. */
    private void checkNothingHidden(ZipHeader header, long dataEnd, long next) throws IOException {
        boolean nothing =
                header.hasDescriptor() ? DataDescriptor.isAt(bytes, dataEnd, next - dataEnd, header) : next == dataEnd;
        if (!nothing) {
            throw Refusal.inconsistent("the entry " + Refusal.shown(header.name())
                    + " is followed by bytes that the directory does not list.");
        }
    }
}
