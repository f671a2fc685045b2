package dev.wharf.packaging.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that differ in case or in Unicode normal form only. macOS and Windows take them for one, so of two such files one
 * overwrites the other when the archive is unpacked there. Names are compared part by part: two directories clash as two files do.
 */
final class NameClashes {
    private static final char DOTLESS_I = 'ı';

    private NameClashes() {}

    /**
     * Looks for clashes.
     *
     * @param paths paths of files or directories, {@code /}-separated; a directory's may end in {@code /}
     * @return one warning for all ways in which one name is written, about the first part of a path that clashes
     */
    static List<Finding> in(Collection<String> paths) {
        List<Spelling> spellings = paths.stream()
                .map(Spelling::of)
                .sorted(Comparator.comparing(Spelling::folded).thenComparing(Spelling::path))
                .toList();
        List<Finding> findings = new ArrayList<>();
        Set<String> reported = new HashSet<>();
        for (int i = 1; i < spellings.size(); i++) {
            Spelling one = spellings.get(i - 1);
            Spelling other = spellings.get(i);
            int parts = one.partsUntilClash(other);
            if (parts > 0 && reported.add(Spelling.fold(other.first(parts)))) {
                findings.add(warning(one.first(parts), other.first(parts)));
            }
        }
        return List.copyOf(findings);
    }

    private static Finding warning(String one, String other) {
        return new Finding(
                Severity.WARNING,
                Rule.NAME_CLASH,
                other,
                0,
                "macOS and Windows treat this name and '" + one
                        + "' as the same. They differ only in case or in Unicode form.",
                "Rename one of them.");
    }

    /**
     * A path and what is left of it when case and form are taken away.
     *
     * @param path the path as written, without a slash at its end
     * @param folded the path folded; parts end in NUL, so that all below one directory sorts together
     */
    private record Spelling(String path, String folded) {
        static Spelling of(String path) {
            String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return new Spelling(plain, fold(plain).replace('/', '\0') + '\0');
        }

        /** How many parts two paths share, counting the first that they only seem to share; 0 if there is no such part. */
        int partsUntilClash(Spelling other) {
            String[] here = path.split("/", -1);
            String[] there = other.path.split("/", -1);
            for (int i = 0; i < Math.min(here.length, there.length); i++) {
                if (!here[i].equals(there[i])) {
                    return fold(here[i]).equals(fold(there[i])) ? i + 1 : 0;
                }
            }
            return 0;
        }

        String first(int parts) {
            int end = -1;
            for (int i = 0; i < parts; i++) {
                end = path.indexOf('/', end + 1);
            }
            return end < 0 ? path : path.substring(0, end);
        }

        /**
         * Unicode's full case folding, under canonical equivalence. The JDK has no folding, but to upper and to lower case,
         * character by character, is the same but for the dotless i, which folds to itself.
         */
        private static String fold(String text) {
            if (text.chars().allMatch(c -> c < 0x80)) {
                return text.toLowerCase(Locale.ROOT);
            }
            StringBuilder folded = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
                String character = Character.toString(c);
                folded.append(
                        c == DOTLESS_I
                                ? character
                                : character.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
            });
            return Normalizer.normalize(folded, Normalizer.Form.NFC);
        }
    }
}
