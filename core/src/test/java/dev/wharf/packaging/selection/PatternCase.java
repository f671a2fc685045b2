package dev.wharf.packaging.selection;

import dev.wharf.packaging.TestLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One block of {@code ignore-patterns.tsv}; its head says what the lines mean. */
record PatternCase(
        List<String> patterns,
        boolean unreadable,
        boolean dropped,
        List<String> ignored,
        List<String> reincluded,
        List<String> untouched) {

    static List<PatternCase> all() {
        List<PatternCase> cases = new ArrayList<>();
        List<String> paths = List.of();
        PatternCase present = null;
        for (String line : lines()) {
            List<String> fields = fields(line);
            String kind = line.split("\t", 2)[0];
            switch (kind) {
                case "paths" -> paths = fields;
                case "patterns" -> {
                    present = new PatternCase(
                            fields, false, false, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                    cases.add(present);
                }
                default -> {
                    cases.remove(cases.size() - 1);
                    present = Objects.requireNonNull(present).with(kind, fields);
                    cases.add(present);
                }
            }
        }
        List<String> all = paths;
        return cases.stream().map(c -> c.completed(all)).toList();
    }

    private PatternCase with(String kind, List<String> fields) {
        switch (kind) {
            case "unreadable" -> {
                return new PatternCase(patterns, true, false, ignored, reincluded, untouched);
            }
            case "dropped" -> {
                return new PatternCase(patterns, false, true, ignored, reincluded, untouched);
            }
            case "ignored" -> ignored.addAll(fields);
            case "reincluded" -> reincluded.addAll(fields);
            case "untouched" -> untouched.addAll(fields);
            default -> throw new IllegalArgumentException("a line of unknown kind: " + kind);
        }
        return this;
    }

    private PatternCase completed(List<String> all) {
        if (untouched.isEmpty()) {
            untouched.addAll(all);
            untouched.removeAll(ignored);
            untouched.removeAll(reincluded);
        }
        return this;
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("\t"))
                .skip(1)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();
    }

    private static List<String> lines() {
        return TestLines.of("ignore-patterns.tsv");
    }

    @Override
    public String toString() {
        return String.join("  ", patterns);
    }
}
