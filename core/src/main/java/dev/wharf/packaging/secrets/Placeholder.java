package dev.wharf.packaging.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells values that stand for a secret, or were made up for documentation, from those that are one. */
final class Placeholder {
    /** Parts that no random text of some length has by chance. */
    private static final List<String> WORDS = List.of(
            "example",
            "sample",
            "dummy",
            "placeholder",
            "change",
            "replace",
            "insert",
            "redacted",
            "removed",
            "masked",
            "hidden",
            "your",
            "enter",
            "xxxx",
            "0000000",
            "password",
            "passwd",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "lorem",
            "12345678",
            "abcdefgh",
            "123456",
            "abc123",
            "abcdef",
            "qwerty",
            "username",
            "default",
            "testing",
            "fixme",
            "todo",
            "bogus",
            "invalid",
            "value",
            "none",
            "null",
            "undefined",
            "configur",
            "fivetran");

    /** Parts that a random text may have, so that they count as words only. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "my", "the", "test", "fake", "mock", "foo", "bar", "baz", "demo", "here", "key", "pass", "some", "user");

    /** Tokens that their vendors' documentation shows to everybody. */
    private static final Set<String> DOCUMENTED = Set.of("4eC39HqLyjWDarjtT1zdp7dc", "BQokikJOvBiI2HlWgH4olfQ2");

    /** Words that long keys hold by chance: one key of RSA in two hundred does, so they count at a beginning only. */
    private static final int SHORT = 4;

    private static final int LOOKED_AT_FOR_SHORT = 100;

    private static final List<String> MADE_UP = List.of(
            "example",
            "sample",
            "dummy",
            "placeholder",
            "redacted",
            "replace",
            "your",
            "xxxx",
            "fake",
            "12345678",
            "abcdefgh",
            "98765432",
            "sflkxwrj");

    private Placeholder() {}

    /** Whether a value that was assigned to something stands for the secret. */
    static boolean isOne(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return isTemplate(value)
                || WORDS.stream().anyMatch(lower::contains)
                || parts(lower).stream().anyMatch(SHORT_WORDS::contains)
                || isUniform(value);
    }

    /** Whether what follows a token's first letters was not drawn at random. */
    static boolean isMadeUp(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        String beginning = lower.substring(0, Math.min(LOOKED_AT_FOR_SHORT, lower.length()));
        return DOCUMENTED.contains(body)
                || MADE_UP.stream().anyMatch(word -> (word.length() > SHORT ? lower : beginning).contains(word))
                || isUniform(body);
    }

    /** Bits a character carries, going by how often each occurs. */
    static double entropy(String text) {
        int[] counts = new int[256];
        text.chars().forEach(c -> counts[c & 0xff]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /** The parts between hyphens, underscores and the like. */
    static List<String> parts(String text) {
        return List.of(text.split("[^A-Za-z0-9]+"));
    }

    private static boolean isTemplate(String value) {
        return value.chars().anyMatch(c -> "<>{}".indexOf(c) >= 0 || c > '~')
                || value.contains("...")
                || value.contains("***")
                || value.contains("%s")
                || value.contains("%(")
                || value.startsWith("$");
    }

    /** Whether so few different characters are there, or one so often in a row, that it says nothing. */
    private static boolean isUniform(String text) {
        int row = 1;
        for (int i = 1; i < text.length(); i++) {
            row = text.charAt(i) == text.charAt(i - 1) ? row + 1 : 1;
            if (row >= 6) {
                return true;
            }
        }
        return text.chars().distinct().count() < Math.min(8, (text.length() + 1) / 2);
    }
}
