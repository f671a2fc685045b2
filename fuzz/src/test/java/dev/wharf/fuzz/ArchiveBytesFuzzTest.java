package dev.wharf.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class ArchiveBytesFuzzTest {
    @FuzzTest
    void any_bytes_are_refused_or_are_an_archive(byte[] bytes) throws IOException {
        ReadArchive.check(bytes);
    }
}
