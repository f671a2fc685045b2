package dev.wharf.packaging.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token that has a mark inside of it, not at its beginning.
 *
 * @param what what it is called
 * @param mark the mark, case mattering
 * @param before what stands before the mark
 * @param minBefore how many characters stand before it at least
 * @param maxBefore how many stand before it at most
 * @param after what stands behind the mark
 * @param minAfter how many characters stand behind it at least
 * @param maxAfter how many stand behind it at most
 */
record MarkedShape(
        String what,
        String mark,
        ByteClass before,
        int minBefore,
        int maxBefore,
        ByteClass after,
        int minAfter,
        int maxAfter)
        implements SecretShape {
    private static final ByteClass DIGITS = ByteClass.of("0-9");
    private static final ByteClass PLAIN_BASE64 = ByteClass.of("A-Za-z0-9+/");
    private static final ByteClass AZURE_BEFORE = ByteClass.of("A-Za-z0-9_~.");
    private static final ByteClass AZURE_AFTER = ByteClass.of("A-Za-z0-9_~.-");
    private static final ByteClass ESCAPED = ByteClass.of("A-Za-z0-9%+/=_-");
    private static final ByteClass HOST = ByteClass.of("a-z0-9-");
    private static final ByteClass PATH = ByteClass.of("A-Za-z0-9/@-");
    private static final int LONG = 900;

    static List<SecretShape> all() {
        List<SecretShape> all = new ArrayList<>();
        all.add(new MarkedShape("an Azure client secret", "Q~", AZURE_BEFORE, 4, 4, AZURE_AFTER, 31, 34));
        for (String mark : List.of("+ASt", "+AMC", "+ABa", "ACDb", "APIM")) {
            all.add(new MarkedShape("an Azure key", mark, PLAIN_BASE64, 76, 76, ByteClass.BASE64, 8, 8));
        }
        for (String mark : List.of("+ASb", "+AEh", "+ARm", "AIoT", "AzCa")) {
            all.add(new MarkedShape("an Azure key", mark, PLAIN_BASE64, 33, 33, ByteClass.BASE64, 7, 7));
        }
        for (String mark : List.of("+ACR", "AzSe")) {
            all.add(new MarkedShape("an Azure key", mark, PLAIN_BASE64, 42, 42, ByteClass.BASE64, 6, 6));
        }
        all.add(new MarkedShape(
                "an Azure key", "AzFu", ByteClass.BASE64_URL, 44, 44, ByteClass.of("A-Za-z0-9_=-"), 8, 8));
        all.add(new MarkedShape(
                "an Azure DevOps token", "AZDO", ByteClass.ALPHANUMERIC, 76, 76, ByteClass.ALPHANUMERIC, 4, 4));
        all.add(new MarkedShape("a shared access signature", "sig=", ByteClass.of("?&;"), 1, 1, ESCAPED, 43, 80));
        all.add(new MarkedShape("a Teams webhook", ".webhook.office.com/webhookb2/", HOST, 1, 63, PATH, 100, 255));
        all.add(new MarkedShape("a Telegram bot's token", ":A", DIGITS, 8, 10, ByteClass.BASE64_URL, 34, 34));
        all.add(new MarkedShape(
                "a Terraform token", ".atlasv1.", ByteClass.ALPHANUMERIC, 14, 14, ByteClass.BASE64_URL, 60, 70));
        all.add(new MarkedShape("a Mailchimp key", "-us", ByteClass.HEX, 32, 32, DIGITS, 1, 2));
        all.add(new MarkedShape("a New Relic key", "NRAL", ByteClass.HEX, 36, 36, DIGITS, 0, 0));
        all.add(new MarkedShape("a MaxMind key", "_mmk", ByteClass.WORD, 36, 36, ByteClass.WORD, 0, 0));
        for (String mark :
                List.of("ADANBgkqhkiG9w0BAQEFAASC", "IBAAKCAQEA", "IBAAKCAgEA", "IBAAKBgQ", "BgkqhkiG9w0BBQ0w")) {
            all.add(new MarkedShape("a private key", mark, PLAIN_BASE64, 5, 12, ByteClass.BASE64, 40, LONG));
        }
        return all;
    }

    @Override
    public String anchor() {
        return mark.toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        if (!window.startsWith(mark, start)) {
            return null;
        }
        int from = start + mark.length();
        int begin = window.runStart(start, before, maxBefore + 1);
        int end = window.runEnd(from, after, maxAfter + 1);
        boolean endless = maxAfter == LONG && end - from > LONG;
        boolean fits =
                isWithin(start - begin, minBefore, maxBefore) && (endless || isWithin(end - from, minAfter, maxAfter));
        if (!fits || goesOn(window, begin, endless ? -1 : end) || !hasItsParts(window, start)) {
            return null;
        }
        String body = window.text(begin, start) + window.text(from, end);
        return Placeholder.isMadeUp(body) ? null : new Sighting(what, end);
    }

    private static boolean isWithin(int length, int min, int max) {
        return length >= min && length <= max;
    }

    /** Whether it is a part of a longer word. */
    private static boolean goesOn(Window window, int begin, int end) {
        boolean escaped = window.at(begin - 2) == '\\';
        boolean word = ByteClass.WORD.has(window.at(begin)) && ByteClass.WORD.has(window.at(begin - 1)) && !escaped;
        return word || ByteClass.WORD.has(window.at(end));
    }

    private boolean hasItsParts(Window window, int start) {
        return !mark.equals("Q~") || DIGITS.has(window.at(start - 1));
    }
}
