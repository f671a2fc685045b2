package dev.wharf.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The field in which some tools repeat an entry's name in UTF-8. Readers that know it unpack to that name, whatever the header
 * says, so it must be the name that was checked.
 */
final class UnicodePathExtra {
    /** A version and the checksum of the header's name, which not every reader compares. */
    private static final int BEFORE_NAME = 5;

    private UnicodePathExtra() {}

    /** Whether the field, as often as it is there, repeats the name. */
    static boolean agrees(ByteBuffer extra, String name) {
        ByteBuffer expected = ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
        return ExtraFields.of(extra, ZipFormat.UNICODE_PATH_EXTRA).stream()
                .allMatch(field -> field.limit() >= BEFORE_NAME
                        && field.slice(BEFORE_NAME, field.limit() - BEFORE_NAME).equals(expected));
    }
}
