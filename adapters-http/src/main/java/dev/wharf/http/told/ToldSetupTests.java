package dev.wharf.http.told;

import dev.wharf.model.SetupTest;
import dev.wharf.model.SetupTest.Status;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Results of setup tests as accounts tell them. */
final class ToldSetupTests {
    private static final int OUR_FIELDS = 3;

    private ToldSetupTests() {}

    static @Nullable List<SetupTest> read(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        List<SetupTest> tests = new ArrayList<>();
        for (JsonNode each : node.values()) {
            ToldObject told = new ToldObject(each);
            String title = told.text("title");
            tests.add(new SetupTest(
                    title == null ? "Setup test" : title, status(told.text("status")), told.text("message")));
        }
        return tests;
    }

    /** A status that is not known counts as one to look at. */
    private static Status status(@Nullable String text) {
        try {
            return Status.valueOf(text == null ? "" : text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Status.WARNING;
        }
    }

    /** Whether Wharf would write the results just so. */
    static boolean isOurs(JsonNode node) {
        for (JsonNode each : node.values()) {
            if (!each.isObject() || each.size() != OUR_FIELDS || !isOurs(each, status(textOf(each, "status")))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOurs(JsonNode test, Status status) {
        JsonNode message = test.get("message");
        return textOf(test, "title") != null
                && status.name().equals(textOf(test, "status"))
                && message != null
                && (message.isNull() || message.isString());
    }

    private static @Nullable String textOf(JsonNode object, String name) {
        JsonNode value = object.isObject() ? object.get(name) : null;
        return value != null && value.isString() ? value.getStringValue() : null;
    }
}
