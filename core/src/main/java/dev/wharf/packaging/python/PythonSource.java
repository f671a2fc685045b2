package dev.wharf.packaging.python;

import dev.wharf.packaging.text.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python source, decoded as Python does it: as UTF-8, or as it declares in its first two lines (PEP 263).
 *
 * @param content the source; as good a guess as there is where Python does not read it
 * @param isDecoded whether that is what Python reads
 * @param complaint what Python, or a tool beside it, makes of how it is written; empty if all is well
 */
public record PythonSource(String content, boolean isDecoded, Optional<Complaint> complaint) {
    private static final Pattern DECLARATION =
            Pattern.compile("^[ \\t\\f]*#[^\\r\\n]{0,200}?coding[:=][ \\t]*([-\\w.]+)");
    private static final Pattern BEFORE_DECLARATION = Pattern.compile("^[ \\t\\f]*(#.*)?$");
    private static final String SAVE = "Save the file as UTF-8.";

    /**
     * Something about how a file is written.
     *
     * @param line the line, from 1
     * @param isCertain whether Python fails at it, whatever its version
     * @param message what it is, and what Python does
     * @param advice what to do
     */
    public record Complaint(int line, boolean isCertain, String message, String advice) {}

    private record Declaration(String coding, int line) {}

    /**
     * Decodes a file.
     *
     * @param text the file's text
     * @param mayBringCodings whether dependencies that are installed may bring codings that Python does not have
     * @return its source, and what is odd about how it is written
     */
    public static PythonSource of(Text text, boolean mayBringCodings) {
        String content = text.content();
        if (text.encoding().isWide()) {
            return failing(
                    text,
                    1,
                    "It is " + text.encoding().title()
                            + ", which Python does not read. It fails with 'source code string cannot contain"
                            + " null bytes'.",
                    SAVE);
        }
        int zero = content.indexOf('\0');
        if (zero >= 0) {
            return failing(
                    text,
                    text.lineOf(zero),
                    "It holds a zero byte. Python fails with 'source code string cannot contain null bytes'.",
                    "Remove it. If more of the file is damaged, restore it from version control.");
        }
        Optional<Declaration> declared = declaration(content);
        if (text.hadMark()
                && declared.isPresent()
                && !PythonCodecs.isProperUtf8(declared.get().coding())) {
            return failing(
                    text,
                    declared.get().line(),
                    "It begins with the UTF-8 byte order mark and declares '"
                            + declared.get().coding() + "'. Python fails with 'encoding problem'.",
                    "Remove the declaration.");
        }
        return declared.isPresent() && !PythonCodecs.isUtf8(declared.get().coding())
                ? declared(text, declared.get(), mayBringCodings)
                : utf8(text, declared);
    }

    private static PythonSource utf8(Text text, Optional<Declaration> declared) {
        OptionalInt bad = text.malformedAt();
        if (bad.isEmpty()) {
            return new PythonSource(text.content(), true, lineEnds(text));
        }
        String says = declared.isPresent()
                ? "It declares UTF-8, but is not UTF-8"
                : "It is not UTF-8, and declares no other coding";
        String advice = "Save the file as UTF-8, or declare its coding in its first line: # -*- coding: latin-1 -*-";
        OptionalInt code = malformedCode(text);
        if (code.isPresent()) {
            String message = says
                    + ". Python fails at the byte 0x%02X with 'utf-8' codec can't decode."
                            .formatted((int) text.content().charAt(code.getAsInt()));
            return failing(text, text.lineOf(code.getAsInt()), message, advice);
        }
        String message = says + ", in a comment only. Some versions of Python accept that, others fail.";
        Complaint complaint = new Complaint(text.lineOf(bad.getAsInt()), false, message, advice);
        return new PythonSource(text.content(), true, Optional.of(complaint));
    }

    /** Where the first byte stands that is no UTF-8 and is read as code: comments are not decoded by all versions of Python. */
    private static OptionalInt malformedCode(Text text) {
        byte[] bytes = text.content().getBytes(StandardCharsets.ISO_8859_1);
        PythonLexer lexer = new PythonLexer(text.content());
        while (lexer.next() != null) {
            // Only where its comments are is wanted.
        }
        BitSet comments = lexer.comments();
        for (int i = comments.nextSetBit(0); i >= 0; i = comments.nextSetBit(i + 1)) {
            bytes[i] = '#';
        }
        return Text.of(bytes).malformedAt();
    }

    private static PythonSource declared(Text text, Declaration declared, boolean mayBringCodings) {
        String coding = declared.coding();
        String advice = "Save the file as UTF-8 and remove the declaration.";
        if (!PythonCodecs.isUsable(coding)) {
            boolean known = PythonCodecs.isKnown(coding);
            String message = known
                    ? "It declares the coding '" + coding
                            + "', which Python does not accept for source code. Python fails."
                    : "It declares the coding '" + coding
                            + "', which Python does not support. It fails with 'unknown encoding'"
                            + (mayBringCodings ? ", unless a dependency adds it." : ".");
            boolean certain = known || !mayBringCodings;
            Complaint complaint = new Complaint(declared.line(), certain, message, advice);
            return new PythonSource(text.content(), false, Optional.of(complaint));
        }
        Optional<Charset> charset = PythonCodecs.charset(coding);
        Optional<String> decoded = charset.flatMap(text::decoded);
        if (decoded.isPresent()) {
            return new PythonSource(decoded.get(), true, lineEnds(text));
        }
        if (charset.isEmpty()) {
            return new PythonSource(text.content(), false, Optional.empty());
        }
        // Two makers' tables of one code page may differ in what is no letter; those of ASCII do not.
        boolean certain = charset.get().equals(StandardCharsets.US_ASCII);
        String message = "It declares the coding '" + coding + "', but holds bytes that are not valid in it. Python "
                + (certain ? "fails" : "probably fails") + " with 'codec can't decode'.";
        Complaint complaint = new Complaint(declared.line(), certain, message, advice);
        return new PythonSource(text.content(), false, Optional.of(complaint));
    }

    private static Optional<Complaint> lineEnds(Text text) {
        int first = text.content().indexOf('\r');
        boolean alone = first >= 0
                && first < text.content().length() - 1
                && text.content().indexOf('\n') < 0;
        return alone
                ? Optional.of(new Complaint(
                        1,
                        false,
                        "Its lines end with a carriage return alone. Python reads them, but git and most other"
                                + " tools see one line.",
                        "Save it with Unix line endings."))
                : Optional.empty();
    }

    private static PythonSource failing(Text text, int line, String message, String advice) {
        return new PythonSource(text.content(), false, Optional.of(new Complaint(line, true, message, advice)));
    }

    private static Optional<Declaration> declaration(String content) {
        int number = 0;
        for (String line : (Iterable<String>) content.lines().limit(2)::iterator) {
            number++;
            Matcher matcher = DECLARATION.matcher(line);
            if (matcher.find()) {
                return Optional.of(new Declaration(matcher.group(1), number));
            }
            if (!BEFORE_DECLARATION.matcher(line).matches()) {
                break;
            }
        }
        return Optional.empty();
    }
}
