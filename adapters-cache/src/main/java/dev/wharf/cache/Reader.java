package dev.wharf.cache;

import dev.wharf.model.Page;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads answers as what they are. */
record Reader(Answers answers, ReadTerms terms) {

    <T> T one(Key key, Supplier<T> question, Class<T> type) {
        return type.cast(
                Objects.requireNonNull(answers.read(key, question, terms).value()));
    }

    <T> Page<T> page(Key key, Supplier<Page<T>> question) {
        return page(key, question, (item, answer) -> Stream.of(item));
    }

    /** A page, corrected by what is known since. */
    <T> Page<T> page(Key key, Supplier<Page<T>> question, BiFunction<T, Answer, Stream<T>> corrected) {
        Answer answer = answers.read(key, question, terms);
        @SuppressWarnings("unchecked") // A key of a list is only ever asked with a question of its kind.
        Page<T> page = (Page<T>) Objects.requireNonNull(answer.value());
        return new Page<>(
                page.items().stream()
                        .flatMap(item -> corrected.apply(item, answer))
                        .toList(),
                page.nextCursor());
    }
}
