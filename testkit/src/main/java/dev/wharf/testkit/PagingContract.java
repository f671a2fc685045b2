package dev.wharf.testkit;

import static dev.wharf.testkit.AccountSamples.connect;
import static dev.wharf.testkit.AccountSamples.destination;
import static dev.wharf.testkit.AccountSamples.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Cursor;
import dev.wharf.model.Destination;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface PagingContract extends AccountFixture {
    private static <T> List<T> inPagesOfTen(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(10);
        while (true) {
            Page<T> page = list.apply(request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            all.addAll(page.items());
            Cursor next = page.nextCursor();
            if (next == null) {
                return all;
            }
            request = request.after(next);
        }
    }

    private static <T> void assertPages(Function<PageRequest, Page<T>> list, List<T> made) {
        List<T> read = inPagesOfTen(list);

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        assertThat(inPagesOfTen(list)).isEqualTo(read);
        assertThat(list.apply(PageRequest.first(25)).nextCursor()).isNull();
    }

    private Page<Connection> connections(PageRequest request) {
        return admin().connections().list(ConnectionFilter.ALL, request);
    }

    @Test
    default void packages_are_paged_without_repeat() {
        List<ConnectorPackage> made = IntStream.range(0, 25)
                .mapToObj(i -> upload(admin(), "content " + i % 7))
                .toList();

        assertPages(admin().packages()::list, made);
    }

    @Test
    default void connections_are_paged_without_repeat() {
        Destination destination = destination(admin(), "Warehouse");
        List<Connection> made = IntStream.range(0, 25)
                .mapToObj(i -> connect(admin(), destination, "user_" + i, null))
                .toList();

        assertPages(this::connections, made);
    }

    @Test
    default void filtered_connections_are_paged_without_repeat() {
        Destination warehouse = destination(admin(), "Warehouse");
        Destination lake = destination(admin(), "Lake");
        List<Connection> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.add(connect(admin(), warehouse, "user_" + i, null));
            connect(admin(), lake, "user_" + i, null);
        }
        ConnectionFilter filter = new ConnectionFilter(warehouse.id(), null);

        assertThat(inPagesOfTen(page -> admin().connections().list(filter, page)))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    default void destinations_are_paged_without_repeat() {
        List<Destination> made = IntStream.range(0, 25)
                .mapToObj(i -> destination(admin(), "Warehouse " + i))
                .toList();

        assertPages(admin().destinations()::list, made);
    }

    @Test
    default void what_is_added_or_deleted_between_two_pages_makes_nothing_come_twice() {
        List<ConnectorPackage> made = IntStream.range(0, 6)
                .mapToObj(i -> upload(admin(), "content " + i))
                .toList();
        PageRequest request = PageRequest.first(3);
        Page<ConnectorPackage> first = admin().packages().list(request);

        admin().packages().delete(first.items().get(0).id());
        ConnectorPackage added = upload(admin(), "added meanwhile");
        Page<ConnectorPackage> second =
                admin().packages().list(request.after(Objects.requireNonNull(first.nextCursor())));

        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        List<ConnectorPackage> known = new ArrayList<>(made);
        known.add(added);
        assertThat(known).containsAll(second.items());
    }

    @Test
    default void a_page_of_one_leads_to_the_next() {
        ConnectorPackage first = upload(admin(), "first");
        ConnectorPackage second = upload(admin(), "second");

        Page<ConnectorPackage> page = admin().packages().list(PageRequest.first(1));

        assertThat(page.items()).hasSize(1);
        Page<ConnectorPackage> next =
                admin().packages().list(PageRequest.first(1).after(Objects.requireNonNull(page.nextCursor())));
        assertThat(List.of(page.items().get(0), next.items().get(0))).containsExactlyInAnyOrder(first, second);
        assertThat(next.nextCursor()).isNull();
    }

    @Test
    default void a_cursor_that_no_list_gave_is_refused() {
        upload(admin(), "first");
        PageRequest made = PageRequest.first(10).after(new Cursor("not-a-cursor"));

        assertThatThrownBy(() -> admin().packages().list(made)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> connections(made)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> admin().destinations().list(made)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    default void a_cursor_of_another_list_is_refused() {
        upload(admin(), "first");
        upload(admin(), "second");
        PageRequest one = PageRequest.first(1);
        PageRequest foreign =
                one.after(Objects.requireNonNull(admin().packages().list(one).nextCursor()));

        assertThatThrownBy(() -> connections(foreign)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> admin().destinations().list(foreign)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    default void a_page_holds_between_one_and_a_thousand_items() {
        assertThatThrownBy(() -> admin().packages().list(PageRequest.first(0)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> admin().packages().list(PageRequest.first(PageRequest.MAX_LIMIT + 1)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(admin().packages()
                        .list(PageRequest.first(PageRequest.MAX_LIMIT))
                        .items())
                .isEmpty();
    }
}
