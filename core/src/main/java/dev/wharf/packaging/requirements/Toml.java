package dev.wharf.packaging.requirements;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a TOML file holds, as far as it could be read.
 *
 * @param values its values in order, those in arrays and inline tables among them
 * @param isReadable whether it could be read to its end
 * @param line the line up to which it was read
 */
public record Toml(List<Value> values, boolean isReadable, int line) {
    /**
     * A value, or the beginning of a table or array.
     *
     * @param key its key from the root on, joined by dots; an array's elements have the array's
     * @param kind what it is
     * @param text what a string holds, or what is written; empty for a table or array
     * @param line the line it begins on
     */
    public record Value(String key, Kind kind, String text, int line) {}

    /** What a value is. */
    public enum Kind {
        /** A string that stands by itself. */
        STRING,
        /** A string that is an element of an array. */
        ELEMENT,
        /** A number, a date, or a truth value. */
        BARE,
        /** The beginning of an array. */
        ARRAY,
        /** The beginning of a table, inline or not. */
        TABLE
    }

    /** Reads a file; keeps the values whose keys are wanted. */
    static Toml read(String text, Predicate<String> wanted) {
        return new TomlReader(text, wanted).read();
    }

    Optional<Value> first(String key) {
        return values.stream().filter(v -> v.key().equals(key)).findFirst();
    }

    Optional<Value> first(String key, Kind kind) {
        return all(key, kind).findFirst();
    }

    Stream<Value> all(String key, Kind kind) {
        return values.stream().filter(v -> v.kind() == kind && v.key().equals(key));
    }
}
