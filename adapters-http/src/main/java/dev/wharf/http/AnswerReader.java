package dev.wharf.http;

import dev.wharf.failure.UnexpectedAnswerException;
import dev.wharf.http.told.Reading;
import dev.wharf.http.told.ToldItem;
import dev.wharf.http.wire.JsonTrees;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of an answer. What about it is odd is told and hides nothing else; only what is no answer of the API fails. */
final class AnswerReader {
    private static final String NOT_UNDERSTOOD = "The registry's answer is not in the form of the API.";
    private static final String CHECK_URL = "Check that the URL is that of the REST API.";

    private final JsonMapper json;
    private final Consumer<String> odd;

    /**
     * A reader.
     *
     * @param json reads the JSON
     * @param odd told, in a sentence, of each thing that could not be understood whole
     */
    AnswerReader(JsonMapper json, Consumer<String> odd) {
        this.json = json;
        this.odd = odd;
    }

    /** What an answer wraps. */
    JsonNode data(byte[] answer) {
        JsonNode whole = tree(answer);
        JsonNode data = whole.isObject() ? whole.get("data") : null;
        if (data == null || data.isNull()) {
            throw new UnexpectedAnswerException("The registry's answer has no data.", CHECK_URL, null);
        }
        return data;
    }

    /** One thing. */
    <T> T one(JsonNode data, Reading<T> reading) {
        ToldItem<T> item = reading.of(data);
        T value = item.value();
        if (value == null) {
            throw new UnexpectedAnswerException(
                    item.odd().isEmpty() ? NOT_UNDERSTOOD : NOT_UNDERSTOOD + " " + String.join(" ", item.odd()),
                    CHECK_URL,
                    null);
        }
        item.odd().forEach(odd);
        return value;
    }

    /** A page of things; what could not even be named is left out. */
    <T> Page<T> page(JsonNode data, Reading<T> reading) {
        JsonNode items = data.isObject() ? data.get("items") : null;
        if (items != null && !items.isNull() && !items.isArray()) {
            throw notUnderstood(null);
        }
        List<T> page = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        if (items != null && items.isArray()) {
            for (JsonNode each : items.values()) {
                ToldItem<T> item = reading.of(each);
                item.odd().forEach(odd);
                if (item.value() == null) {
                    leftOut.addAll(item.odd());
                } else {
                    page.add(item.value());
                }
            }
        }
        return new Page<>(page, next(data), leftOut);
    }

    /** A reading of JSON that only a wharf-server writes. */
    <B, T> Reading<T> ours(Class<B> type, Function<B, T> read, String what) {
        return node -> {
            try {
                B body = json.readValueFromTree(node, Argument.of(type));
                return new ToldItem<>(read.apply(body), List.of());
            } catch (IOException | RuntimeException e) {
                return new ToldItem<>(
                        null,
                        List.of("The server reports " + what + " in a form that this version of Wharf does not know."));
            }
        };
    }

    private static @Nullable Cursor next(JsonNode data) {
        JsonNode next = data.isObject() ? data.get("next_cursor") : null;
        if (next == null || next.isNull()) {
            return null;
        }
        if (!next.isString()) {
            throw notUnderstood(null);
        }
        return next.getStringValue().isEmpty() ? null : new Cursor(next.getStringValue());
    }

    private JsonNode tree(byte[] answer) {
        try {
            return JsonTrees.read(answer);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw notUnderstood(e);
        }
    }

    /** What the other side sends is read here: whatever is wrong with it is its fault, not the caller's. */
    private static UnexpectedAnswerException notUnderstood(@Nullable Throwable cause) {
        return new UnexpectedAnswerException(NOT_UNDERSTOOD, CHECK_URL, cause);
    }
}
