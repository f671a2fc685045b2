package dev.wharf.registry;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one list: a position, marked with the list it belongs to and a check sum, so that a cursor of another list
 * or of another registry's making is refused instead of giving a wrong page.
 */
final class Cursors {
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private final String list;

    Cursors(String list) {
        this.list = list;
    }

    /** Reads one page. */
    <T> Page<T> page(PageRequest request, Listing<T> listing) {
        long after = position(request.cursor());
        List<Positioned<T>> found = listing.list(after, request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<Positioned<T>> shown = more ? found.subList(0, request.limit()) : found;
        Cursor next = more ? cursor(shown.get(shown.size() - 1).position()) : null;
        return new Page<>(shown.stream().map(Positioned::item).toList(), next);
    }

    /** A list of the catalog. */
    @FunctionalInterface
    interface Listing<T> {
        List<Positioned<T>> list(long after, int limit);
    }

    private Cursor cursor(long position) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(position)
                .putInt(checksum(position))
                .array();
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private long position(@Nullable Cursor cursor) {
        if (cursor == null) {
            return 0;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor.value());
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        if (bytes.length != BYTES) {
            throw foreign();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = buffer.getLong();
        if (position < 1 || buffer.getInt() != checksum(position)) {
            throw foreign();
        }
        return position;
    }

    private int checksum(long position) {
        CRC32 crc = new CRC32();
        list.chars().forEach(crc::update);
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        return (int) crc.getValue();
    }

    private static InvalidRequestException foreign() {
        return new InvalidRequestException(
                "This cursor does not belong to this list.",
                "Pass the next_cursor of the previous page unchanged, or leave it out to start at the beginning.");
    }
}
