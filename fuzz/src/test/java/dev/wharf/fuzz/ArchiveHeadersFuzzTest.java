package dev.wharf.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Archives that are right but for what the fuzzer changes: so it gets past the first checks. */
class ArchiveHeadersFuzzTest {
    private static final String[] NAMES = {
        "a.py", "b/c.py", "b/", "A.py", ".gitignore", "lib/x", "configuration_form.pb", "drivers/installation.sh", "é"
    };
    private static final int CHANGES = 24;

    @FuzzTest
    void an_archive_with_any_header_changed_is_refused_or_still_an_archive(FuzzedDataProvider data) throws IOException {
        List<Entry> entries = new ArrayList<>(List.of(RawZip.connector()));
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            entries.add(entry(data));
        }
        RawZip zip = RawZip.of(entries.toArray(Entry[]::new));
        if (data.consumeBoolean()) {
            zip.comment(data.consumeBytes(40));
        }
        if (data.consumeBoolean()) {
            zip.beforeDirectory(data.consumeBytes(40));
        }
        int lie = data.consumeInt(0, 15);
        long number = data.consumeBoolean() ? data.consumeInt(-2, 3) : data.consumeLong();
        if (data.consumeBoolean()) {
            zip.zip64End(end -> change(end, lie, number));
        } else {
            zip.end(end -> change(end, lie, number));
        }
        ReadArchive.check(zip.bytes());
    }

    private static Entry entry(FuzzedDataProvider data) {
        String name = data.consumeBoolean() ? data.pickValue(NAMES) : data.consumeString(12);
        Entry entry = new Entry(name, name.endsWith("/") ? new byte[0] : data.consumeBytes(60));
        if (name.endsWith("/")) {
            entry.mode = 0040755;
        }
        if (data.consumeBoolean()) {
            entry.deflated();
        }
        for (int i = data.consumeInt(0, 3); i > 0; i--) {
            change(entry, data);
        }
        return entry;
    }

    private static void change(Entry entry, FuzzedDataProvider data) {
        long number = data.consumeBoolean() ? data.consumeInt(-1, 300) : data.consumeLong(0, 0xffff_ffffL);
        switch (data.consumeInt(0, CHANGES)) {
            case 0 -> entry.flags = (int) number;
            case 1 -> entry.localFlags = (int) number;
            case 2 -> entry.method = (int) number;
            case 3 -> entry.localMethod = (int) number;
            case 4 -> entry.crc += number;
            case 5 -> entry.localCrc = number;
            case 6 -> entry.size += number;
            case 7 -> entry.localSize = number;
            case 8 -> entry.compressedSize += number;
            case 9 -> entry.localCompressedSize = number;
            case 10 -> entry.mode = (int) number;
            case 11 -> entry.madeBy = (int) number;
            case 12 -> entry.offset = number;
            case 13 -> entry.localName = data.consumeString(12).getBytes(StandardCharsets.UTF_8);
            case 14 -> entry.name = data.consumeBytes(12);
            case 15 -> entry.extra = data.consumeBytes(40);
            case 16 -> entry.localExtra = data.consumeBytes(40);
            case 17 -> {
                entry.extra = RawZip.zip64Extra(entry.size, entry.compressedSize);
                entry.localExtra = entry.extra;
                entry.size = 0xffff_ffffL;
                entry.compressedSize = 0xffff_ffffL;
            }
            case 18 -> {
                entry.extra = RawZip.unicodePathExtra(data.consumeString(12));
                entry.localExtra = entry.extra;
            }
            case 19 -> entry.data = data.consumeBytes(60);
            case 20 -> entry.descriptor = data.consumeBytes(24);
            case 21 -> {
                entry.flags |= 1 << 3;
                entry.localCrc = 0;
                entry.localSize = 0;
                entry.localCompressedSize = 0;
                entry.descriptor = RawZip.descriptor(entry.crc, entry.compressedSize, entry.size);
            }
            case 22 -> entry.comment = data.consumeBytes(30);
            case 23 -> entry.signature = (int) number;
            default -> entry.localSignature = (int) number;
        }
    }

    private static void change(RawZip.End end, int which, long number) {
        switch (which) {
            case 0 -> end.disk = (int) number;
            case 1 -> end.directoryDisk = (int) number;
            case 2 -> end.entriesHere += (int) number;
            case 3 -> end.entries += number;
            case 4 -> end.directorySize += number;
            case 5 -> end.directoryOffset += number;
            case 6 -> end.zip64Offset += number;
            default -> {}
        }
    }
}
