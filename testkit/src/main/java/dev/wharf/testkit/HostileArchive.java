package dev.wharf.testkit;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.RawZip.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One archive of each kind that is to be refused, with why. Whoever takes archives in can be tried with all of them. */
@SuppressWarnings("ImmutableEnumChecker") // what makes the bytes keeps nothing
public enum HostileArchive {
    NOTHING(Reason.EMPTY, "it is empty", () -> new byte[0]),
    TEXT(Reason.NOT_A_ZIP, "it is not a ZIP archive", () -> bytes("import fivetran_connector_sdk\n")),
    CUT_OFF(Reason.TRUNCATED, "it is cut off", () -> cut(good(), good().length - 1)),
    CUT_IN_HALF(Reason.TRUNCATED, "it is cut off", () -> cut(good(), good().length / 2)),
    NO_CONNECTOR(Reason.CONNECTOR_MISSING, "no connector.py", () -> RawZip.of(text("main.py"))
            .bytes()),
    CONNECTOR_IN_A_FOLDER(Reason.CONNECTOR_MISSING, "no connector.py", () -> RawZip.of(text("src/connector.py"))
            .bytes()),
    NAME_TWICE(Reason.DUPLICATE_NAME, "appears twice", () -> RawZip.of(RawZip.connector(), RawZip.connector())
            .bytes()),
    FILE_AND_DIRECTORY(Reason.DUPLICATE_NAME, "both a file and a directory", () -> RawZip.of(
                    RawZip.connector(), text("a"), text("a/b"))
            .bytes()),
    ABSOLUTE_NAME(Reason.UNSAFE_NAME, "is absolute", named("/etc/passwd")),
    DRIVE_NAME(Reason.UNSAFE_NAME, "begins with a drive", named("C:/x")),
    BACKSLASH_NAME(Reason.UNSAFE_NAME, "has a backslash", named("..\\x")),
    NAME_THAT_LEADS_OUT(Reason.UNSAFE_NAME, "leads out", named("a/../../x")),
    NAME_THAT_LEADS_OUT_ON_WINDOWS(Reason.UNSAFE_NAME, "dots and spaces only", named("a/.. /x")),
    EMPTY_PART(Reason.UNSAFE_NAME, "a part that is empty", named("a//b")),
    NO_NAME(Reason.UNSAFE_NAME, "has no name", named("")),
    NUL_IN_NAME(Reason.UNSAFE_NAME, "control character", named("x\0.py")),
    ESCAPE_IN_NAME(Reason.UNSAFE_NAME, "control character", named("\u001b[2J")),
    LONG_NAME(Reason.UNSAFE_NAME, "is longer than", named("n".repeat(5000))),
    DEEP_NAME(Reason.UNSAFE_NAME, "is deeper than", named("d/".repeat(300) + "x")),
    NAME_NOT_UTF_8(Reason.UNSAFE_NAME, "not valid UTF-8", with(e -> e.name = new byte[] {'a', (byte) 0xff})),
    SYMBOLIC_LINK(Reason.UNSAFE_KIND, "is a link", with(e -> e.mode = 0120777)),
    DEVICE(Reason.UNSAFE_KIND, "is a link, a device", with(e -> e.mode = 0020666)),
    SYMBOLIC_LINK_OF_A_MAC(Reason.UNSAFE_KIND, "is a link", with(e -> {
        e.madeBy = 19;
        e.mode = 0120777;
    })),
    SYMBOLIC_LINK_OF_DOS(Reason.UNSAFE_KIND, "is a link", with(e -> {
        e.madeBy = 0;
        e.mode = 0120777;
    })),
    ENCRYPTED(Reason.ENCRYPTED, "is encrypted", with(e -> e.flags |= 1)),
    STRONGLY_ENCRYPTED(Reason.ENCRYPTED, "is encrypted", with(e -> e.flags |= 1 << 6)),
    UNKNOWN_METHOD(Reason.UNKNOWN_METHOD, "compression method 14", with(e -> e.method = 14)),
    UNKNOWN_VERSION(Reason.UNKNOWN_METHOD, "needs features", with(e -> e.version = 47)),
    PATCH(Reason.UNKNOWN_METHOD, "needs features", with(e -> e.flags |= 1 << 5)),
    WRONG_CHECKSUM(Reason.CORRUPT, "does not have the checksum", with(e -> e.crc ^= 1)),
    WRONG_SIZE(Reason.CORRUPT, "fewer bytes", with(e -> e.deflated().size++)),
    BROKEN_DEFLATE(Reason.CORRUPT, "cannot be unpacked", with(e -> Arrays.fill(e.deflated().data, (byte) 0xff))),
    LYING_BOMB(Reason.CORRUPT, "more bytes than the archive says", () -> RawZip.of(RawZip.connector(), bomb(10))
            .bytes()),
    HUGE_BOMB(Reason.BEYOND_LIMITS, "it unpacks to more than", () -> RawZip.of(RawZip.connector(), bomb(0xffff_fff0L))
            .bytes()),
    STEEP_BOMB(Reason.SUSPICIOUS_RATIO, "times its compressed size", () -> RawZip.of(
                    RawZip.connector(), new Entry("zeros", new byte[32 * 1024 * 1024]).deflated())
            .bytes()),
    MANY_ENTRIES(Reason.BEYOND_LIMITS, "entries; at most", () -> RawZip.of(RawZip.connector())
            .zip64End(end -> {
                end.entries = 65_536;
                end.entriesHere = 65_536;
            })
            .bytes()),
    OVERLAPPING_ENTRIES(Reason.OVERLAP, "shares bytes with another", HostileArchive::overlapping),
    QUOTED_ENTRY(Reason.OVERLAP, "shares bytes with another", HostileArchive::quoting),
    OTHER_LOCAL_NAME(Reason.INCONSISTENT, "described differently", with(e -> e.localName = bytes("evil_.py"))),
    OTHER_LOCAL_METHOD(Reason.INCONSISTENT, "described differently", with(e -> e.localMethod = 8)),
    OTHER_LOCAL_SIZE(Reason.INCONSISTENT, "described differently", with(e -> e.localSize = 3)),
    OTHER_LOCAL_CHECKSUM(Reason.INCONSISTENT, "described differently", with(e -> e.localCrc = 3)),
    SECOND_NAME(Reason.INCONSISTENT, "has a second name", with(e -> e.extra = RawZip.unicodePathExtra("../x"))),
    SECOND_LOCAL_NAME(
            Reason.INCONSISTENT, "described differently", with(e -> e.localExtra = RawZip.unicodePathExtra("../x"))),
    EXTRA_FIELDS_CUT_OFF(Reason.INCONSISTENT, "are cut off", with(e -> e.extra = new byte[] {0x55, 0x54, 9, 0, 1})),
    TWO_ZIP64_FIELDS(Reason.INCONSISTENT, "two zip64 fields", with(HostileArchive::sizeTwice)),
    LYING_ZIP64(Reason.INCONSISTENT, "impossible numbers", with(e -> {
        e.size = 0xffff_ffffL;
        e.extra = RawZip.zip64Extra(-1);
    })),
    HIDDEN_ENTRY(Reason.INCONSISTENT, "does not list", with(e -> e.descriptor = cut(good(), 54))),
    BYTES_BEFORE_THE_DIRECTORY(Reason.INCONSISTENT, "does not list", () -> RawZip.of(RawZip.connector())
            .beforeDirectory(cut(good(), 54))
            .bytes()),
    BYTES_BEFORE_THE_ARCHIVE(Reason.INCONSISTENT, "does not begin with its first entry", HostileArchive::prefixed),
    BYTES_AFTER_THE_ARCHIVE(Reason.INCONSISTENT, "bytes after its end", () -> Arrays.copyOf(good(), good().length + 1)),
    SECOND_END_IN_THE_COMMENT(
            Reason.INCONSISTENT, "its comment quotes an end record", () -> RawZip.of(RawZip.connector())
                    .comment(Arrays.copyOf(good(), good().length + 1))
                    .bytes()),
    SPLIT(Reason.INCONSISTENT, "split into several files", () -> RawZip.of(RawZip.connector())
            .end(end -> end.disk = 1)
            .bytes()),
    DIRECTORY_WITH_BYTES(
            Reason.INCONSISTENT, "has bytes like a file", () -> RawZip.of(RawZip.connector(), directory("d/", "hidden"))
                    .bytes());

    private final Reason reason;
    private final String words;
    private final Supplier<byte[]> bytes;

    HostileArchive(Reason reason, String words, Supplier<byte[]> bytes) {
        this.reason = reason;
        this.words = words;
        this.bytes = bytes;
    }

    /**
     * Why it is refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Words that the refusal's message has.
     *
     * @return a part of the message
     */
    public String words() {
        return words;
    }

    /**
     * The archive, made anew.
     *
     * @return its bytes
     */
    public byte[] bytes() {
        return bytes.get();
    }

    private static byte[] good() {
        return RawZip.of(RawZip.connector()).bytes();
    }

    private static byte[] cut(byte[] archive, int size) {
        return Arrays.copyOf(archive, size);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Entry text(String name) {
        return new Entry(name, bytes("content"));
    }

    private static Entry directory(String name, String content) {
        Entry directory = new Entry(name, bytes(content));
        directory.mode = 0040755;
        return directory;
    }

    private static Entry bomb(long size) {
        Entry bomb = new Entry("zeros", new byte[1024 * 1024]).deflated();
        bomb.size = size;
        return bomb;
    }

    private static Supplier<byte[]> named(String name) {
        return () -> RawZip.of(RawZip.connector(), text(name)).bytes();
    }

    private static Supplier<byte[]> with(Consumer<Entry> change) {
        return () -> RawZip.withConnectorAnd("other.py", change).bytes();
    }

    private static void sizeTwice(Entry entry) {
        byte[] once = RawZip.zip64Extra(entry.size);
        entry.extra = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, entry.extra, once.length, once.length);
        entry.size = 0xffff_ffffL;
    }

    private static byte[] overlapping() {
        Entry copy = new Entry("copy.py", bytes("# connector\n"));
        copy.offset = 0;
        return RawZip.of(RawZip.connector(), copy).bytes();
    }

    private static byte[] quoting() {
        Entry outer = new Entry("outer.py", RawZip.of(text("inner.py")).bytes());
        Entry inner = text("inner.py");
        inner.offset = 30L + "outer.py".length();
        return RawZip.of(outer, inner, RawZip.connector()).bytes();
    }

    private static byte[] prefixed() {
        byte[] script = bytes("#!/bin/sh\n");
        Entry connector = RawZip.connector();
        connector.offset = script.length;
        byte[] archive = RawZip.of(connector)
                .end(end -> end.directoryOffset += script.length)
                .bytes();
        byte[] both = Arrays.copyOf(script, script.length + archive.length);
        System.arraycopy(archive, 0, both, script.length, archive.length);
        return both;
    }
}
