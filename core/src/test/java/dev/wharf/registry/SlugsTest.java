package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.model.PackageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlugsTest {
    /** Always draws the same words, as if all others were taken too. */
    private static final RandomGenerator FIXED = () -> 42L;

    private final List<String> tried = new ArrayList<>();

    private @Nullable String takenUntil(int attempt, String id) {
        tried.add(id);
        return tried.size() < attempt ? null : id;
    }

    @Test
    void an_identifier_is_two_words() {
        String id = new Slugs().insertUnderNew(drawn -> drawn);

        assertThat(id).matches("[a-z]+_[a-z]+");
        assertThat(new PackageId(id)).hasToString(id);
    }

    @Test
    void words_that_are_taken_are_drawn_again() {
        String id = new Slugs(new Random(1)).insertUnderNew(drawn -> takenUntil(3, drawn));

        assertThat(tried).hasSize(3).doesNotHaveDuplicates().allMatch(drawn -> drawn.matches("[a-z]+_[a-z]+"));
        assertThat(id).isEqualTo(tried.get(2));
    }

    @Test
    void when_all_words_seem_taken_128_random_bits_are_added() {
        String id = new Slugs(FIXED).insertUnderNew(drawn -> takenUntil(5, drawn));

        assertThat(tried.subList(0, 4)).containsOnly(tried.get(0));
        assertThat(id).startsWith(tried.get(0) + "_").matches("[a-z]+_[a-z]+_[0-9a-f]{32}");
        assertThat(new PackageId(id)).hasToString(id);
    }

    @Test
    void a_catalog_that_takes_nothing_is_not_asked_for_ever() {
        Slugs slugs = new Slugs(FIXED);

        assertThatThrownBy(() -> slugs.insertUnderNew(id -> takenUntil(Integer.MAX_VALUE, id)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tried).hasSize(8);
    }

    @Test
    void every_pair_of_words_is_an_identifier_and_they_are_many() {
        Random random = new Random(1);
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            drawn.add(SlugWords.adjective(random) + "_" + SlugWords.noun(random));
        }

        assertThat(drawn).hasSizeGreaterThan(15_000).allMatch(id -> id.matches("[a-z]+_[a-z]+"));
    }
}
