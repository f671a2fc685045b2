package dev.wharf.packaging.text;

import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.SecretValue;
import dev.wharf.packaging.text.ConfigurationText.Entry;
import dev.wharf.packaging.text.ConfigurationText.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A strict reader for one JSON object whose values are strings, lists of strings or null, and for nothing else. Goes through the
 * text once and knows no nesting.
 */
final class FlatJson {
    private static final String WRITE_ONE = "Write one object: {\"key\": \"value\", ...}.";

    private final Text file;
    private final JsonText json;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FlatJson(Text file) {
        this.file = file;
        this.json = new JsonText(file.content());
    }

    /** Reads the text; finds all that is wrong up to where it is no such object any more. */
    ConfigurationText read() {
        try {
            object();
        } catch (NotJsonException e) {
            problems.add(new Problem(json.line(), e.sentence(), e.advice()));
        }
        if (problems.isEmpty()) {
            file.malformedAt().ifPresent(at -> malformed("It", at));
        }
        return new ConfigurationText(entries, problems);
    }

    private void object() throws NotJsonException {
        json.skipSpace();
        if (json.isAt('[') || json.isAt('"')) {
            problems.add(new Problem(
                    json.line(), "It does not hold an object.", "Write one JSON object: {\"key\": \"value\", ...}."));
            return;
        }
        json.expect('{', json.isAtEnd() ? "it is empty" : "an object is missing", WRITE_ONE);
        json.skipSpace();
        if (!json.skip('}') && !members()) {
            return;
        }
        json.skipSpace();
        if (!json.isAtEnd()) {
            throw new NotJsonException("there is something after the object", "Keep one object in the file.");
        }
    }

    /** Reads members and the closing brace; false if it makes no sense to go on. */
    private boolean members() throws NotJsonException {
        String before = "";
        while (true) {
            json.skipSpace();
            if (!before.isEmpty() && json.isAt('}')) {
                throw new NotJsonException(
                        "a key must follow the comma behind the value of " + before, "Remove the comma.");
            }
            if (!json.isAt('"')) {
                throw new NotJsonException("a key in double quotes is missing", WRITE_ONE);
            }
            int line = json.line();
            int start = json.position();
            String key = json.string("a key");
            String shown = ShownKey.of(key);
            json.behind(shown);
            key(key, shown, line, start);
            json.skipSpace();
            json.expect(':', "a colon is missing after the key " + shown, WRITE_ONE);
            json.skipSpace();
            if (!value(key, shown)) {
                return false;
            }
            if (keys.size() > ConnectionSettings.MAX_SECRETS) {
                problems.add(new Problem(
                        line,
                        "It has more than " + ConnectionSettings.MAX_SECRETS + " keys, the most there can be.",
                        "Join settings that belong together into one string."));
                return false;
            }
            json.skipSpace();
            if (json.skip('}')) {
                return true;
            }
            json.expect(',', "a comma or the closing brace is missing after the value of " + shown, WRITE_ONE);
            before = shown;
        }
    }

    private void key(String key, String shown, int line, int start) {
        malformedSince(start, "The key " + shown);
        ShownKey.fault(key)
                .ifPresent(fault -> problems.add(
                        new Problem(line, "The key " + shown + " " + fault + ".", "Write its plain name.")));
        if (!keys.add(key)) {
            problems.add(new Problem(line, "The key " + shown + " appears more than once.", "Keep one of them."));
        }
    }

    /** Reads a value; false if it is one that cannot be passed over. */
    private boolean value(String key, String shown) throws NotJsonException {
        int line = json.line();
        int start = json.position();
        String what = "the value of " + shown;
        if (json.isAt('"')) {
            entries.add(new Entry(key, new SecretValue.Text(json.string(what))));
        } else if (json.skipWord("null")) {
            entries.add(new Entry(key, SecretValue.NONE));
        } else if (json.isAt('[')) {
            List<String> items = json.strings(what);
            if (items == null) {
                return noText(line, shown, true);
            }
            entries.add(new Entry(key, new SecretValue.Texts(items)));
        } else {
            return noText(line, shown, !json.skipScalar(what));
        }
        malformedSince(start, "The value of " + shown);
        entries.get(entries.size() - 1)
                .value()
                .texts()
                .flatMap(text -> JsonText.unsendable(text).stream())
                .findFirst()
                .ifPresent(fault -> problems.add(new Problem(
                        line,
                        "The value of " + shown + " holds " + fault + ".",
                        "Write text only. Give other bytes in base64.")));
        return true;
    }

    private boolean noText(int line, String shown, boolean isNested) {
        problems.add(new Problem(
                line,
                "The value of " + shown + " is not a string, a list of strings or null.",
                isNested
                        ? "Put all of it in double quotes. Write a backslash before each double quote in it."
                        : "Put it in double quotes."));
        return !isNested;
    }

    private void malformedSince(int start, String what) {
        file.malformedAt().ifPresent(at -> {
            if (at >= start && at < json.position()) {
                malformed(what, at);
            }
        });
    }

    private void malformed(String what, int at) {
        boolean wide = file.encoding().isWide();
        problems.add(new Problem(
                file.lineOf(at),
                what + " is " + (wide ? "damaged " : "") + file.encoding().title()
                        + (wide
                                ? "."
                                : ": it holds the byte 0x%02X."
                                        .formatted((int) file.content().charAt(at))),
                "Save the file as UTF-8."));
    }
}
