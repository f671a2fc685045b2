package dev.wharf.packaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The fields that follow a header's name: each a kind, a length and that many bytes. */
final class ExtraFields {
    private static final int HEAD = 4;

    private ExtraFields() {}

    /** The contents of all fields of one kind. Bytes at the end that are too few for a field are padding, as some tools do. */
    static List<ByteBuffer> of(ByteBuffer extra, int kind) {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 0;
        while (extra.limit() - at >= HEAD) {
            int length = Short.toUnsignedInt(extra.getShort(at + 2));
            if (length > extra.limit() - at - HEAD) {
                throw Refusal.inconsistent("an entry's extra fields are cut off.");
            }
            if (Short.toUnsignedInt(extra.getShort(at)) == kind) {
                found.add(extra.slice(at + HEAD, length).order(extra.order()));
            }
            at += HEAD + length;
        }
        return found;
    }
}
