package dev.wharf.packaging.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions are asked for, as PEP 440 writes it: {@code >=3.11,<3.14}. What is no plain number, such as a release
 * candidate, is not judged: it admits everything.
 *
 * @param clauses what a version must be, all at once
 */
public record VersionSpecifier(List<Clause> clauses) {
    private static final Pattern CLAUSE =
            Pattern.compile("(~=|===|==|!=|<=|>=|<|>)\\s*v?(\\d{1,8}(?:\\.\\d{1,8}){0,5})(\\.\\*)?");
    private static final Pattern VERSION = Pattern.compile("\\d{1,8}(?:\\.\\d{1,8}){0,5}");
    /** No Python had as many patches. */
    private static final int PATCHES = 40;

    /**
     * One comparison.
     *
     * @param operator how to compare
     * @param version with what
     * @param isPrefix whether only as many numbers count as there are
     */
    record Clause(String operator, List<Integer> version, boolean isPrefix) {
        public boolean admits(List<Integer> other) {
            int order = compare(isPrefix ? cut(other, version.size()) : other, version);
            return switch (operator) {
                case "==", "===" -> order == 0;
                case "!=" -> order != 0;
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case ">" -> order > 0;
                default -> order >= 0 && compare(cut(other, version.size() - 1), cut(version, version.size() - 1)) == 0;
            };
        }
    }

    /**
     * Reads what is asked for. Never fails: what is no comparison of plain numbers is passed over.
     *
     * @param text the comparisons, with commas between them
     * @return what a version must be
     */
    public static VersionSpecifier of(String text) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = CLAUSE.matcher(part.strip());
            if (matcher.matches()) {
                clauses.add(new Clause(matcher.group(1), numbers(matcher.group(2)), matcher.group(3) != null));
            }
        }
        return new VersionSpecifier(clauses);
    }

    /**
     * Whether a version is one of those that are asked for.
     *
     * @param version a version, such as {@code 2.31.0}
     * @return whether it is; one that is no plain number always is
     */
    public boolean admits(String version) {
        return !VERSION.matcher(version).matches() || admits(numbers(version));
    }

    /**
     * Whether some patch of a Python is one of those that are asked for.
     *
     * @param minor a Python's version without its patch, such as {@code 3.13}
     * @return whether one is
     */
    public boolean admitsPython(String minor) {
        List<Integer> version = new ArrayList<>(numbers(minor));
        version.add(0);
        for (int patch = 0; patch < PATCHES; patch++) {
            version.set(version.size() - 1, patch);
            if (admits(version)) {
                return true;
            }
        }
        return false;
    }

    private boolean admits(List<Integer> version) {
        return clauses.stream().allMatch(clause -> clause.admits(version));
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("\\.", -1)) {
            numbers.add(Integer.parseInt(part));
        }
        return numbers;
    }

    private static List<Integer> cut(List<Integer> version, int size) {
        return version.subList(0, Math.min(Math.max(1, size), version.size()));
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int left = i < one.size() ? one.get(i) : 0;
            int right = i < other.size() ? other.get(i) : 0;
            if (left != right) {
                return Integer.compare(left, right);
            }
        }
        return 0;
    }
}
