package dev.wharf.http.told;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of one thing that an account tells.
 *
 * @param <T> what it is
 * @param value the thing as far as it is known; null if not even that which names it is told
 * @param odd what about it could not be understood, one sentence each
 */
public record ToldItem<T>(@Nullable T value, List<String> odd) {
    /** Copies the list. */
    public ToldItem {
        odd = List.copyOf(odd);
    }

    /** A thing, with a sentence about each field of which nothing could be made. */
    static <T> ToldItem<T> of(T value, String what, ToldObject object) {
        List<String> fields = object.odd();
        return new ToldItem<>(
                value,
                fields.isEmpty()
                        ? List.of()
                        : List.of(what + ": the account reports " + String.join(", ", fields)
                                + " in an unknown form. Wharf ignores it."));
    }

    /** The same, with a sentence about a field that is not told and should be; null for none. */
    ToldItem<T> without(@Nullable String field, String what) {
        if (field == null) {
            return this;
        }
        List<String> more = new ArrayList<>(odd);
        more.add(what + ": the account does not report its " + field + ".");
        return new ToldItem<>(value, more);
    }

    /** Nothing that could be named. */
    static <T> ToldItem<T> nameless(String what, String missing) {
        return new ToldItem<>(
                null, List.of("The account reports " + what + " without " + missing + ". Wharf leaves it out."));
    }

    /** Nothing of ours. */
    static <T> ToldItem<T> passedOver() {
        return new ToldItem<>(null, List.of());
    }
}
