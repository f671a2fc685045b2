package dev.wharf.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a page to a place in this repository.
 *
 * @param page where it stands, by its path from the root
 * @param target what it says, such as {@code ../style.md#words}
 */
record Link(Path page, String target) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    /** All links of a page that lead into the repository; blocks of code have none. */
    static List<Link> of(Path page) {
        List<Link> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(FENCE.matcher(Pages.text(page)).replaceAll(""));
        while (matcher.find()) {
            if (!matcher.group(1).matches("(https?|mailto):.*")) {
                links.add(new Link(page, matcher.group(1)));
            }
        }
        return links;
    }

    /** The file or folder that it leads to, by its path from the root. */
    Path file() {
        String path = target.split("#", 2)[0];
        if (path.isEmpty()) {
            return page;
        }
        Path folder = page.getParent();
        return (folder == null ? Path.of(path) : folder.resolve(path)).normalize();
    }

    /** Whether the file is there, and in it the heading that is named. */
    boolean leadsSomewhere() {
        Path found = Pages.REPOSITORY.resolve(file());
        if (!Files.exists(found)) {
            return false;
        }
        String[] parts = target.split("#", 2);
        return parts.length < 2
                || Files.isRegularFile(found) && anchors(Pages.text(file())).contains(parts[1]);
    }

    /** What the headings of a page are linked by, as GitHub makes it of their words; the second of one name ends with -1. */
    static Set<String> anchors(String text) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(text).replaceAll(""));
        while (heading.find()) {
            String words = heading.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
            String anchor = words.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    @Override
    public String toString() {
        return page + ": " + target;
    }
}
