package dev.wharf.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The confidential value of a configuration key. It never prints. */
public sealed interface SecretValue {
    /** No value: the REST API's null, which clients of the vendor's send for a key whose value is to be set later. */
    SecretValue NONE = new None();

    /**
     * Every text in it.
     *
     * @return the texts, in their order; none if there is no value
     */
    Stream<String> texts();

    /**
     * One text, as nearly every value is.
     *
     * @param text the confidential text
     */
    record Text(String text) implements SecretValue {
        @Override
        public Stream<String> texts() {
            return Stream.of(text);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Several texts, such as the hosts that a proxy agent leads to.
     *
     * @param items the confidential texts
     */
    record Texts(List<String> items) implements SecretValue {
        /**
         * Copies the list.
         *
         * @param items the confidential texts
         */
        public Texts {
            items = List.copyOf(items);
        }

        @Override
        public Stream<String> texts() {
            return items.stream();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** No value. */
    record None() implements SecretValue {
        @Override
        public Stream<String> texts() {
            return Stream.empty();
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * A text, or none.
     *
     * @param text the confidential text; null for none
     * @return the value
     */
    static SecretValue of(@Nullable String text) {
        return text == null ? NONE : new Text(text);
    }
}
