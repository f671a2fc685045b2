package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Cursor;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.port.catalog.CatalogReads.Positioned;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private final Cursors cursors = new Cursors("numbers");

    /** The positions behind a position, of 1 to 5. */
    private static List<Positioned<String>> numbers(long after, int limit) {
        return LongStream.rangeClosed(after + 1, 5)
                .limit(limit)
                .mapToObj(i -> new Positioned<>(i, "item " + i))
                .toList();
    }

    private Page<String> page(PageRequest request) {
        return cursors.page(request, CursorsTest::numbers);
    }

    private Cursor cursorAfter(int items) {
        return Objects.requireNonNull(page(PageRequest.first(items)).nextCursor());
    }

    @Test
    void a_cursor_leads_to_the_next_page_and_the_last_page_has_none() {
        Page<String> first = page(PageRequest.first(3));
        assertThat(first.items()).containsExactly("item 1", "item 2", "item 3");

        Page<String> second = page(PageRequest.first(3).after(cursorAfter(3)));
        assertThat(second.items()).containsExactly("item 4", "item 5");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void a_last_page_that_is_exactly_full_has_no_cursor() {
        assertThat(page(PageRequest.first(5)).nextCursor()).isNull();
        assertThat(page(PageRequest.first(5)).items()).hasSize(5);
    }

    @Test
    void a_cursor_stays_good_when_the_list_was_emptied() {
        Cursor cursor = cursorAfter(3);

        Page<String> page = cursors.page(PageRequest.first(3).after(cursor), (after, limit) -> List.of());

        assertThat(page).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "3", "not base64!", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAA=", "////////////////"})
    void what_no_registry_made_is_refused(String text) {
        PageRequest request = PageRequest.first(3).after(new Cursor(text));

        assertThatThrownBy(() -> page(request)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        PageRequest request = PageRequest.first(3).after(cursorAfter(3));

        assertThatThrownBy(() -> new Cursors("letters").page(request, CursorsTest::numbers))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_cursor_with_any_one_bit_changed_is_refused() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursorAfter(3).value());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Cursor cursor = new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));

            assertThatThrownBy(() -> page(PageRequest.first(3).after(cursor)))
                    .as("bit %d", bit)
                    .isInstanceOf(InvalidRequestException.class);
        }
    }
}
