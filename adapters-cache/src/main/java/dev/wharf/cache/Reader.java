package dev.wharf.cache;

import dev.wharf.model.Page;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads answers as what they are. */
record Reader(Answers answers, ReadTerms terms) {

    <T> T one(Key key, Supplier<T> question, Class<T> type) {
        return type.cast(
                Objects.requireNonNull(answers.read(key, question, terms).value()));
    }

    /** A page, corrected by what is known since: a thing on it may have been asked for, changed or deleted. */
    <T> Page<T> page(Key key, Supplier<Page<T>> question, Function<T, Key> keyOf) {
        Answer answer = answers.read(key, question, terms);
        @SuppressWarnings("unchecked") // A key of a list is only ever asked with a question of its kind.
        Page<T> page = (Page<T>) Objects.requireNonNull(answer.value());
        return new Page<>(
                page.items().stream()
                        .flatMap(item -> corrected(item, keyOf.apply(item), answer))
                        .toList(),
                page.nextCursor(),
                page.leftOut());
    }

    private <T> Stream<T> corrected(T listed, Key key, Answer page) {
        Answer one = answers.present(key);
        if (one == null || one.at().isBefore(page.at())) {
            return Stream.of(listed);
        }
        @SuppressWarnings("unchecked") // The key is the thing's own.
        T known = (T) one.value();
        return Stream.ofNullable(known);
    }
}
