package dev.wharf.packaging.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorePatternTest {
    static List<PatternCase> readable() {
        return PatternCase.all().stream()
                .filter(c -> !c.unreadable() && !c.dropped())
                .toList();
    }

    static Stream<String> unreadable() {
        return PatternCase.all().stream().filter(PatternCase::unreadable).flatMap(c -> c.patterns().stream());
    }

    static Stream<String> dropped() {
        return PatternCase.all().stream().filter(PatternCase::dropped).flatMap(c -> c.patterns().stream());
    }

    @Test
    void the_golden_cases_are_all_there() {
        assertThat(PatternCase.all()).hasSize(48);
        assertThat(readable()).hasSize(44);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void decides_every_path_as_the_vendors_engine_does(PatternCase golden) {
        assertThat(golden.ignored())
                .allSatisfy(path -> assertThat(decide(golden.patterns(), path)).isEqualTo("ignored"));
        assertThat(golden.reincluded())
                .allSatisfy(path -> assertThat(decide(golden.patterns(), path)).isEqualTo("reincluded"));
        assertThat(golden.untouched())
                .allSatisfy(path -> assertThat(decide(golden.patterns(), path)).isEqualTo("untouched"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @ValueSource(strings = {"!", "a\\/b", "\\", "[b-a]"})
    void a_pattern_that_the_vendors_engine_cannot_read_is_an_error(String pattern) {
        assertThatThrownBy(() -> IgnorePattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("dropped")
    @ValueSource(strings = {"", "   ", "# comment", "x/[a", "[a/b]", "[]", "[!]", "[z-a"})
    void a_pattern_that_says_nothing_is_dropped(String pattern) {
        assertThat(IgnorePattern.parse(pattern)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*a*a*a*a*a*a*a*a*a*a*a*a*b",
                "**/a/**/a/**/a/**/a/**/a/**/b",
                "*/*/*/*/*/*/*/b",
                "[a-z]*[a-z]*b"
            })
    void no_pattern_takes_long_to_find_out_that_it_does_not_match(String pattern) {
        List<String> deep = new ArrayList<>(Collections.nCopies(2_000, "a"));
        List<String> wide = List.of("a".repeat(20_000));

        assertThat(parsed(pattern).matches(deep)).isFalse();
        assertThat(parsed(pattern).matches(wide)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/", "/**/", "!/", "!**/"})
    void a_pattern_of_directories_alone_speaks_of_all_but_the_files_at_the_root(String pattern) {
        assertThat(parsed(pattern).matches(List.of("a", "x"))).isTrue();
        assertThat(parsed(pattern).matches(List.of("a", ""))).isTrue();
        assertThat(parsed(pattern).matches(List.of("x"))).isFalse();
    }

    @Test
    void an_escaped_space_at_the_end_belongs_to_the_name() {
        assertThat(parsed("foo\\ ").matches(List.of("foo "))).isTrue();
        assertThat(parsed("foo\\ ").matches(List.of("foo"))).isFalse();
        assertThat(parsed("foo ").matches(List.of("foo"))).isTrue();
    }

    @Test
    void a_character_beyond_the_basic_plane_is_one_character() {
        assertThat(parsed("?.py").matches(List.of("😀.py"))).isTrue();
        assertThat(parsed("[😀].py").matches(List.of("😀.py"))).isTrue();
    }

    private static String decide(List<String> patterns, String path) {
        String decision = "untouched";
        for (String pattern : patterns) {
            IgnorePattern parsed = parsed(pattern);
            if (parsed.matches(Arrays.asList(path.split("/", -1)))) {
                decision = parsed.isNegated() ? "reincluded" : "ignored";
            }
        }
        return decision;
    }

    private static IgnorePattern parsed(@Nullable String pattern) {
        return Objects.requireNonNull(IgnorePattern.parse(Objects.requireNonNull(pattern)));
    }
}
