package dev.wharf.packaging.secrets;

/** A set of bytes. */
final class ByteClass {
    static final ByteClass WORD = of("A-Za-z0-9_");
    static final ByteClass NAME = of("A-Za-z0-9_.$-");
    static final ByteClass ALPHANUMERIC = of("A-Za-z0-9");
    static final ByteClass UPPER = of("A-Z0-9");
    static final ByteClass HEX = of("0-9a-f");
    static final ByteClass BASE64 = of("A-Za-z0-9+/=");
    static final ByteClass BASE64_URL = of("A-Za-z0-9_-");
    static final ByteClass QUOTE = of("\"'");
    static final ByteClass DOTTED = of("A-Za-z0-9_.-");

    private final boolean[] members = new boolean[256];

    private ByteClass() {}

    /** Reads a list of characters and ranges; a hyphen that is meant stands last. */
    static ByteClass of(String text) {
        ByteClass set = new ByteClass();
        for (int i = 0; i < text.length(); i++) {
            boolean range = i + 2 < text.length() && text.charAt(i + 1) == '-';
            int last = text.charAt(range ? i + 2 : i);
            for (int c = text.charAt(i); c <= last; c++) {
                set.members[c] = true;
            }
            i += range ? 2 : 0;
        }
        return set;
    }

    /** Whether a byte is a member, unsigned; or a character, of which only ASCII are. */
    boolean has(int value) {
        return value >= 0 && value < members.length && members[value];
    }

    /** Whether all characters of a text are members. */
    boolean hasAll(String text) {
        return text.chars().allMatch(this::has);
    }
}
