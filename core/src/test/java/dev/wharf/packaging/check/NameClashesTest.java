package dev.wharf.packaging.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameClashesTest {
    private static List<String> clashes(String... paths) {
        return NameClashes.in(List.of(paths)).stream().map(Finding::path).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Orders.py,orders.py",
        "a/B/c,a/b/c",
        "straße,STRASSE",
        "ΣΑΣ,σας",
        "İ,i̇",
        "\u212a,k",
        "ſ,s",
        "ﬁ,fi",
        "Ǆ,ǆ",
        "ꭰ,Ꭰ",
        "é,E\u0301",
        "\u1e69,S\u0323\u0307",
        "\u1e69,s\u0307\u0323",
        "\u2126,ω"
    })
    void names_that_differ_in_case_or_form_only_clash(String one, String other) {
        assertThat(clashes(one, other)).hasSize(1);
        assertThat(clashes(other, one)).isEqualTo(clashes(one, other));
    }

    @ParameterizedTest
    @CsvSource({"a,b", "a/b,ab", "ı,i", "ı,I", "a.py,a_py", "a/B,b/a", "é,e", "１,1", "a,a/b"})
    void names_that_every_system_tells_apart_do_not_clash(String one, String other) {
        assertThat(clashes(one, other)).isEmpty();
    }

    @Test
    void directories_clash_once_whatever_they_hold() {
        assertThat(clashes("A/1", "a/2", "A/3", "a/4", "A/x/y", "a/X/z")).containsExactly("a");
    }

    @Test
    void a_file_and_a_directory_clash_too() {
        assertThat(clashes("Data", "data/x", "data.csv")).containsExactly("data");
        assertThat(clashes("Data/", "data")).hasSize(1);
    }

    @Test
    void one_name_of_its_own_is_no_clash_however_often_it_is_given() {
        assertThat(clashes("a", "a/", "a")).isEmpty();
        assertThat(clashes()).isEmpty();
    }

    @Test
    void both_names_are_told() {
        assertThat(NameClashes.in(List.of("é", Normalizer.normalize("é", Normalizer.Form.NFD))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.WARNING);
                    assertThat(f.rule()).isEqualTo(Rule.NAME_CLASH);
                    assertThat(f.message()).contains("e\u0301");
                    assertThat(f.path()).isEqualTo("é");
                });
    }

    @Test
    void the_locale_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(clashes("FILE", "file")).hasSize(1);
        } finally {
            Locale.setDefault(before);
        }
    }
}
