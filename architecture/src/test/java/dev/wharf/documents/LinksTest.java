package dev.wharf.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link leads somewhere, every path of a page that sources name is there, and no page is hard to find. */
class LinksTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern NAMED = Pattern.compile("\\bdocs/[\\w./-]+\\.md(#[\\w-]+)?");

    /** Programs, tests, scripts and settings; the paths in tables of patterns are made up. */
    private static boolean isSource(String name) {
        return name.matches(".*\\.(java|sh|py|xml|yml|toml|properties)|run|wharf|wharf-server");
    }

    @Test
    void every_link_of_every_page_leads_somewhere_headings_included() {
        List<Link> links =
                Pages.all().stream().flatMap(page -> Link.of(page).stream()).toList();

        assertThat(links).hasSizeGreaterThan(200).allMatch(Link::leadsSomewhere, "leads somewhere");
    }

    @Test
    void a_link_to_a_missing_file_or_heading_is_noticed() {
        assertThat(new Link(README, "docs/nowhere.md").leadsSomewhere()).isFalse();
        assertThat(new Link(README, "docs/style.md#nothing-of-the-kind").leadsSomewhere())
                .isFalse();
        assertThat(new Link(README, "docs/style.md#words").leadsSomewhere()).isTrue();
        assertThat(Link.anchors("# A `wharf.toml`, too\n## Again\n## Again\n"))
                .containsExactlyInAnyOrder("a-wharftoml-too", "again", "again-1");
    }

    @Test
    void every_page_that_sources_name_is_there() {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path source : Pages.files(LinksTest::isSource)) {
            if (source.endsWith("LinksTest.java")) {
                continue;
            }
            Matcher page = NAMED.matcher(Pages.text(source));
            while (page.find()) {
                if (!isOfOtherSite(Pages.text(source), page.start())) {
                    named++;
                    if (!new Link(README, page.group()).leadsSomewhere()) {
                        missing.add(source + ": " + page.group());
                    }
                }
            }
        }

        assertThat(named).isPositive();
        assertThat(missing).isEmpty();
    }

    private static boolean isOfOtherSite(String text, int place) {
        return place > 0 && text.charAt(place - 1) == '/';
    }

    @Test
    void every_page_of_the_documentation_is_two_clicks_from_the_readme() {
        Set<Path> near = reachable(2);

        assertThat(near)
                .containsAll(Pages.all().stream()
                        .filter(page -> page.startsWith("docs") && !page.startsWith("docs/adr"))
                        .toList());
    }

    @Test
    void ci_the_server_and_embedding_are_one_click_from_the_readme() {
        assertThat(reachable(1))
                .contains(
                        Path.of("docs/guides/deploy-from-ci.md"),
                        Path.of("docs/guides/run-the-server.md"),
                        Path.of("docs/guides/embed-wharf.md"));
    }

    @Test
    void guides_begin_with_what_is_needed_and_end_with_what_was_reached() {
        List<Path> guides = Pages.all().stream()
                .filter(page -> page.startsWith("docs/guides"))
                .toList();

        assertThat(guides).hasSizeGreaterThan(8).allSatisfy(guide -> {
            List<String> headings = Pages.text(guide)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .toList();
            assertThat(headings.get(0)).isEqualTo("## What you need");
            assertThat(headings.get(headings.size() - 1)).isEqualTo("## What you have now");
        });
    }

    private static Set<Path> reachable(int clicks) {
        Set<Path> reached = new HashSet<>(Set.of(README));
        for (int click = 0; click < clicks; click++) {
            Set<Path> further = new HashSet<>();
            for (Path page : reached) {
                Link.of(page).stream()
                        .map(Link::file)
                        .filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> Files.isRegularFile(Pages.REPOSITORY.resolve(file)))
                        .forEach(further::add);
            }
            reached.addAll(further);
        }
        return reached;
    }
}
