package dev.wharf.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An API key, a secret, or both joined, as people paste them: from a header, in quotes, with the line's end, wrapped by a tool. What can
 * mean one thing only is taken for that. Never prints what it holds.
 *
 * <p>The forms are those that the vendor's dashboard shows and that {@code base64}, shells, secret stores and {@code curl -v} make of them.
 */
public final class PastedText {
    private static final String HEADER = "authorization:";
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final String text;
    private final List<String> leftOut;
    private final boolean bearer;

    private PastedText(String text, List<String> leftOut, boolean bearer) {
        this.text = text;
        this.leftOut = List.copyOf(leftOut);
        this.bearer = bearer;
    }

    /**
     * Reads a text.
     *
     * @param pasted the text, as it was found
     * @return what it is without what came with it
     */
    public static PastedText of(String pasted) {
        List<String> leftOut = new ArrayList<>();
        String rest = stripped(pasted);
        if (rest.length() < pasted.length()) {
            leftOut.add("white space around it");
        }
        rest = unquoted(rest, leftOut);
        rest = unquoted(without(HEADER, "'Authorization:' before it", rest, leftOut), leftOut);
        boolean bearer = starts(rest, BEARER);
        rest = without(BASIC, "'Basic' before it", rest, leftOut);
        return new PastedText(unquoted(rest, leftOut), leftOut, bearer);
    }

    /**
     * The key or the secret that it is.
     *
     * @return the text without what came with it; empty if there was nothing else
     */
    public String text() {
        return text;
    }

    /**
     * Key and secret, if it is both, joined by a colon, in base64 or plain.
     *
     * @return the credentials; empty if it is something else, such as a bare key
     * @throws dev.wharf.failure.InvalidRequestException if it is both, and one of them cannot be sent
     */
    public Optional<Credentials> joined() {
        String joined = isPlain() ? text : decoded().orElse("");
        int colon = joined.indexOf(':');
        return !bearer && colon > 0 && colon < joined.length() - 1
                ? Optional.of(new Credentials(joined.substring(0, colon), joined.substring(colon + 1)))
                : Optional.empty();
    }

    /**
     * Whether it has a colon, and so is not base64.
     *
     * @return whether it has one
     */
    public boolean isPlain() {
        return text.indexOf(':') >= 0;
    }

    /**
     * Whether it can be a key beside its secret.
     *
     * @return false for a bearer token, nothing at all, and several words
     */
    public boolean mayBeKey() {
        return !bearer && !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
    }

    /**
     * What came with it and does not count.
     *
     * @return names such as {@code 'Basic' before it}; empty if there was nothing
     */
    public List<String> leftOut() {
        if (text.chars().noneMatch(Character::isWhitespace) || decoded().isEmpty()) {
            return leftOut;
        }
        List<String> all = new ArrayList<>(leftOut);
        all.add("white space in it");
        return all;
    }

    /**
     * What it looks like, where it is neither a key nor both joined.
     *
     * @return words to go after "it is"; empty if it may well be a bare key
     */
    public Optional<String> oddity() {
        if (bearer) {
            return Optional.of("a bearer token, which this API does not accept");
        }
        if (text.isEmpty()) {
            return Optional.of("empty except for quotes or white space");
        }
        if (decoded().filter(joined -> joined.indexOf(':') < 0).isPresent()) {
            return Optional.of("base64 of a text without a colon, not of key:secret");
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("several words or lines");
        }
        return Optional.empty();
    }

    /** Shows nothing of the text. */
    @Override
    public String toString() {
        return "PastedText[***]";
    }

    /** A readable text that it is the base64 of, in either alphabet, padded or not, in one line or several. */
    private Optional<String> decoded() {
        String base64 = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
            // echo, unlike printf, ends what it gives to base64 with a line's end.
            String line = decoded.replaceFirst("[\\r\\n]+\\z", "");
            return line.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(line);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(String text, List<String> leftOut) {
        boolean quoted = text.length() > 1
                && text.charAt(0) == text.charAt(text.length() - 1)
                && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        if (!quoted) {
            return text;
        }
        leftOut.add("quotes around it");
        return stripped(text.substring(1, text.length() - 1));
    }

    private static String without(String prefix, String name, String text, List<String> leftOut) {
        if (!starts(text, prefix)) {
            return text;
        }
        leftOut.add(name);
        return stripped(text.substring(prefix.length()));
    }

    private static boolean starts(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    /** Without white space around it, nor the mark that some editors begin a file with. */
    private static String stripped(String text) {
        return text.replace("\uFEFF", "").strip();
    }
}
