package dev.wharf.packaging.check;

import dev.wharf.failure.InvalidProjectException;
import dev.wharf.packaging.selection.PathPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files that may hold secrets, and which of these permissions were needed. */
final class Allowances {
    private final List<PathPattern> patterns = new ArrayList<>();
    private final Set<PathPattern> used = new HashSet<>();

    Allowances(Set<String> texts) {
        texts.stream().sorted().map(Allowances::read).forEach(patterns::add);
    }

    private static PathPattern read(String text) {
        try {
            return PathPattern.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidProjectException(
                    "The allowed path '" + text + "' is not valid: " + e.getMessage() + ".", e);
        }
    }

    /** A secret that is allowed is still told of. */
    Finding apply(Finding finding) {
        String path = finding.path();
        if (finding.rule() != Rule.SECRET || path == null) {
            return finding;
        }
        List<PathPattern> matching =
                patterns.stream().filter(p -> p.matches(path)).toList();
        used.addAll(matching);
        return matching.isEmpty()
                ? finding
                : Finding.warning(
                        Rule.SECRET,
                        path,
                        finding.line(),
                        finding.message() + " It goes into the archive, because '" + matching.get(0) + "' is allowed.",
                        "Everybody who can download the package can read it.");
    }

    List<Finding> unused() {
        return patterns.stream()
                .filter(p -> !used.contains(p))
                .map(p -> Finding.warning(
                        Rule.UNUSED_ALLOWANCE,
                        null,
                        0,
                        "A secret is allowed in '" + p + "', but no file of that name in the archive holds one.",
                        "Remove the allowance, or correct its path. The path is relative to the project's directory."))
                .toList();
    }
}
