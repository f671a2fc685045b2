package dev.wharf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.UnexpectedAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void a_page_holds_1_to_1000_items() {
        assertThat(PageRequest.first(1).limit()).isEqualTo(1);
        assertThat(PageRequest.first(1000).cursor()).isNull();
        assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> PageRequest.first(-1)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> PageRequest.first(1001)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void the_next_request_keeps_the_limit() {
        assertThat(PageRequest.first(7).after(new Cursor("x"))).isEqualTo(new PageRequest(7, new Cursor("x")));
    }

    @Test
    void a_cursor_has_1_to_1000_characters() {
        assertThat(new Cursor("x".repeat(5000))).hasToString("x".repeat(5000));
        assertThatThrownBy(() -> new Cursor("")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void collecting_all_follows_the_cursors_to_the_last_page_even_over_an_empty_one() {
        List<PageRequest> asked = new ArrayList<>();

        List<String> all = Page.collectAll(request -> {
            asked.add(request);
            return switch (asked.size()) {
                case 1 -> new Page<>(List.of("a", "b"), new Cursor("2"));
                case 2 -> new Page<>(List.of(), new Cursor("3"));
                default -> new Page<>(List.of("c"), null);
            };
        });

        assertThat(all).containsExactly("a", "b", "c");
        assertThat(asked)
                .containsExactly(
                        new PageRequest(1000, null),
                        new PageRequest(1000, new Cursor("2")),
                        new PageRequest(1000, new Cursor("3")));
    }

    @Test
    void a_page_does_not_change_with_the_list_it_was_made_of() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, null);

        items.clear();

        assertThat(page.items()).containsExactly("a");
    }

    @Test
    void a_list_that_does_not_end_is_given_up() {
        assertThatThrownBy(() -> Page.collectAll(request -> new Page<>(List.of("one"), new Cursor("the same"))))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("does not end");
        AtomicInteger pages = new AtomicInteger();
        assertThatThrownBy(() -> Page.collectAll(
                        request -> new Page<>(List.of("one"), new Cursor("c" + pages.incrementAndGet()))))
                .isInstanceOf(UnexpectedAnswerException.class);
    }
}
