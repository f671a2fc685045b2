package dev.wharf.packaging.secrets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private part of a key that is written part by part: a JSON web key, or a key in XML.
 *
 * @param anchor the part's name with what stands around it, in lower case
 * @param kind how the key is written
 */
record KeyPartShape(String anchor, Kind kind) implements SecretShape {
    private static final ByteClass SPACE = ByteClass.of(" \t\r\n");
    private static final int MAX_SPACE = 32;
    private static final int MAX = 1400;
    /** What a shared key or the key of a curve has at least. */
    private static final int MIN = 22;
    /** How far apart parts of one key stand. */
    private static final int NEAR = 1500;

    /** How a key is written, and what stands near its private part. */
    enum Kind {
        JSON,
        SHARED,
        XML;

        private List<String> beside() {
            return switch (this) {
                case JSON -> List.of("\"kty", "'kty", "\"dp", "'dp", "\"crv", "'crv");
                case SHARED -> List.of("\"oct", "'oct");
                case XML -> List.of("<InverseQ>", "<Modulus>");
            };
        }
    }

    static List<SecretShape> all() {
        List<SecretShape> all = new ArrayList<>();
        for (String name : List.of("\"%s\"", "'%s'", "\"%s\\\"")) {
            all.add(new KeyPartShape(name.formatted("d"), Kind.JSON));
            all.add(new KeyPartShape(name.formatted("k"), Kind.SHARED));
        }
        all.add(new KeyPartShape("<d>", Kind.XML));
        return all;
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int from = start + anchor.length();
        ByteClass alphabet = kind == Kind.XML ? ByteClass.BASE64 : ByteClass.BASE64_URL;
        int begin = kind == Kind.XML ? window.runEnd(from, SPACE, MAX_SPACE) : value(window, from);
        int end = begin < 0 ? begin : window.runEnd(begin, alphabet, MAX);
        if (end - begin < MIN || !isClosed(window, end) || !isInKey(window, start, end)) {
            return null;
        }
        return Placeholder.isMadeUp(window.text(begin, end)) ? null : new Sighting("a private key", end);
    }

    /** Finds what stands in quotes behind a colon; -1 if nothing does. */
    private static int value(Window window, int from) {
        int colon = window.runEnd(from, SPACE, MAX_SPACE);
        int quote = window.runEnd(colon + 1, SPACE, MAX_SPACE);
        int at = window.at(quote) == '\\' ? quote + 1 : quote;
        return window.at(colon) == ':' && ByteClass.QUOTE.has(window.at(at)) ? at + 1 : -1;
    }

    private boolean isClosed(Window window, int end) {
        return kind == Kind.XML
                ? window.at(window.runEnd(end, SPACE, MAX_SPACE)) == '<'
                : ByteClass.QUOTE.has(window.at(end)) || window.at(end) == '\\';
    }

    private boolean isInKey(Window window, int start, int end) {
        String around = window.text(start - Window.BEFORE, Math.min(end + NEAR, start + Window.BEHIND));
        return kind.beside().stream().anyMatch(around::contains);
    }
}
