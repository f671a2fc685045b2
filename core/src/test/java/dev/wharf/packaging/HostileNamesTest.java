package dev.wharf.packaging;

import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileNamesTest extends RefusedArchives {
    @Test
    void one_name_twice_is_refused_also_as_file_and_directory() {
        assertRefused(RawZip.of(RawZip.connector(), RawZip.connector()).bytes(), Reason.DUPLICATE_NAME);
        Entry directory = new Entry("connector.py/", new byte[0]);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;
        assertRefused(RawZip.of(RawZip.connector(), directory).bytes(), Reason.DUPLICATE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a/", "a/b/c/", "a/ b"})
    void a_file_and_a_directory_of_one_name_are_refused(String below) {
        Entry inside = new Entry(below, new byte[0]);
        inside.mode = below.endsWith("/") ? ZipFormat.UNIX_DIRECTORY : ZipFormat.UNIX_REGULAR;

        assertRefused(
                RawZip.of(RawZip.connector(), new Entry("a", ZEROS), new Entry("a!", ZEROS), inside)
                        .bytes(),
                Reason.DUPLICATE_NAME);
    }

    @Test
    void a_directory_with_bytes_of_its_own_is_refused() {
        Entry directory = new Entry("d/", ZEROS);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;

        assertRefused(RawZip.of(RawZip.connector(), directory).bytes(), Reason.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a/..",
                "..",
                "a\\b",
                "..\\x",
                "C:x",
                "z:/x",
                "a//b",
                "./a",
                "a/./b",
                "/",
                "a/../",
                "nul\0.py",
                "line\nfeed.py",
                "escape\u001b[2J",
                "c1\u0085",
                "delete\u007f",
                "...",
                "a/.. /b",
                "a/ ",
                "a/. ./b",
                "//host/share"
            })
    void a_name_that_could_leave_the_directory_is_refused(String name) {
        assertRefused(RawZip.withConnectorAnd(name, e -> {}).bytes(), Reason.UNSAFE_NAME);
    }

    @Test
    void a_name_that_is_not_the_utf_8_it_says_is_refused() {
        assertRefused(e -> e.name = new byte[] {'a', (byte) 0xff}, Reason.UNSAFE_NAME);
    }
}
