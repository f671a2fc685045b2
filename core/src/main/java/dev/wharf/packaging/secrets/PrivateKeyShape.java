package dev.wharf.packaging.secrets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A private key between its armour; the armour alone, as code that makes or looks for one has it, is none. */
final class PrivateKeyShape implements SecretShape {
    private static final String BEGIN = "-----BEGIN ";
    private static final ByteClass LABEL = ByteClass.of("A-Z0-9 ");
    /** Signs of strings that are joined, of comments, of quotations, and of line ends in XML among them. */
    private static final ByteClass BETWEEN_LINES = ByteClass.of(" \t\r\n\"'+,()#>*;|&");

    private static final ByteClass TO_LINE_END = ByteClass.of(" -Z^-~[]");
    private static final Pattern ZEROS = Pattern.compile("A{4,}");
    private static final int MAX_LABEL = 48;
    /** As many as the shortest key in use, an Ed25519 one, has. */
    private static final int ENOUGH = 60;
    /** How what {@code ssh-keygen} writes begins, in base64: the name of its format. */
    private static final String OPENSSH = "b3BlbnNzaC1rZXktdjE";
    /** As many as no OpenSSH key is without: the shortest has well over 300, and first a frame that is no secret. */
    private static final int ENOUGH_OPENSSH = 200;

    @Override
    public String anchor() {
        return "-----begin ";
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int labelStart = start + BEGIN.length();
        int labelEnd = window.runEnd(labelStart, LABEL, MAX_LABEL);
        if (!window.startsWith(BEGIN, start)
                || !window.startsWith("-----", labelEnd)
                || !window.text(labelStart, labelEnd).contains("PRIVATE KEY")) {
            return null;
        }
        int limit = start + Window.BEHIND;
        StringBuilder body = new StringBuilder();
        int at = labelEnd + "-----".length();
        while (at < limit && body.length() < enough(body)) {
            int skipped = skipBetweenLines(window, at, limit);
            int header = body.length() == 0 ? skipHeader(window, skipped) : skipped;
            int end = header > skipped ? header : window.runEnd(skipped, ByteClass.BASE64, limit - at);
            if (end == at || (end == skipped && window.at(end) != '\\')) {
                break;
            }
            if (header == skipped) {
                body.append(window.text(skipped, end));
            }
            at = end;
        }
        return body.length() < enough(body) || isMadeUp(body.toString()) ? null : new Sighting("a private key", at);
    }

    private static int enough(StringBuilder body) {
        return body.indexOf(OPENSSH) == 0 ? ENOUGH_OPENSSH : ENOUGH;
    }

    /** In base64 a row of A is a row of zeros, which the lengths in a key's frame have; alone it is no key. */
    private static boolean isMadeUp(String body) {
        String rest = ZEROS.matcher(body).replaceAll("");
        return rest.length() < body.length() / 2 || Placeholder.isMadeUp(rest);
    }

    private static int skipBetweenLines(Window window, int start, int limit) {
        int at = start;
        while (at < limit) {
            boolean escapedEnd = window.at(at) == '\\' && (window.at(at + 1) == 'n' || window.at(at + 1) == 'r');
            if (escapedEnd) {
                at += 2;
            } else if (window.at(at) == '\\' || BETWEEN_LINES.has(window.at(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Skips a line such as {@code Proc-Type: 4,ENCRYPTED}. */
    private static int skipHeader(Window window, int start) {
        int colon = window.runEnd(start, ByteClass.BASE64_URL, MAX_LABEL);
        return colon > start && window.startsWith(": ", colon) ? window.runEnd(colon, TO_LINE_END, 200) : start;
    }
}
