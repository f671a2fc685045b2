package dev.wharf.registry;

import dev.wharf.model.SecretValue;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Configuration values as bytes to be sealed: a text is its UTF-8. Several texts are their number, then each with its length in bytes
 * before it; no value is the number -1.
 */
final class SecretBytes {
    private static final int NO_VALUE = -1;

    private SecretBytes() {}

    static byte[] of(SecretValue value) {
        if (value instanceof SecretValue.Text text) {
            return text.text().getBytes(StandardCharsets.UTF_8);
        }
        List<byte[]> items =
                value.texts().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        int length =
                items.stream().mapToInt(item -> Integer.BYTES + item.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length);
        bytes.putInt(value instanceof SecretValue.None ? NO_VALUE : items.size());
        items.forEach(item -> bytes.putInt(item.length).put(item));
        return bytes.array();
    }

    static SecretValue text(byte[] bytes) {
        return new SecretValue.Text(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * What is no single text.
     *
     * @throws IllegalArgumentException if these are not such bytes
     */
    static SecretValue other(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            int count = rest.getInt();
            if (count == NO_VALUE) {
                return SecretValue.NONE;
            }
            List<String> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] item = new byte[Math.min(rest.getInt(), rest.remaining())];
                rest.get(item);
                items.add(new String(item, StandardCharsets.UTF_8));
            }
            return new SecretValue.Texts(items);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("no sealed value", e);
        }
    }
}
