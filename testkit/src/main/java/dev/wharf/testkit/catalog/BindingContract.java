package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.connection;
import static dev.wharf.testkit.catalog.CatalogSamples.connectorPackage;
import static dev.wharf.testkit.catalog.CatalogSamples.destination;
import static dev.wharf.testkit.catalog.CatalogSamples.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.port.catalog.PackageCatalog.Change;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which connections may run which packages. Needs packages, destinations and connections. */
public interface BindingContract extends CatalogFixture {
    private void does(Consumer<Change> work) {
        catalog().change(change -> {
            work.accept(change);
            return true;
        });
    }

    private void packages(String... ids) {
        does(change -> {
            change.destinations().insert(destination("warehouse"));
            List.of(ids).forEach(id -> change.packages().insert(connectorPackage(id)));
        });
    }

    private String boundTo(String packageId) {
        ConnectorPackage found =
                catalog().packages().find(new PackageId(packageId)).orElseThrow();
        assertThat(items(catalog().packages().list(0, 100))).contains(found);
        return String.valueOf(found.connectionId());
    }

    @Test
    default void a_package_tells_which_connection_it_is_bound_to() {
        packages("harmony");

        does(change -> change.connections().insert(connection("user", "harmony"), true));

        assertThat(boundTo("harmony")).isEqualTo("user");
    }

    @Test
    default void of_some_packages_those_that_several_connections_run_are_told() {
        packages("harmony", "melody", "rhythm", "silence");
        does(change -> {
            change.connections().insert(connection("first", "harmony"), false);
            change.connections().insert(connection("second", "harmony"), false);
            change.connections().insert(connection("third", "melody"), false);
            change.connections().insert(connection("fourth", "rhythm"), false);
            change.connections().insert(connection("fifth", "rhythm"), false);
        });

        List<PackageId> asked = Stream.of("harmony", "melody", "silence", "never_was")
                .map(PackageId::new)
                .toList();
        assertThat(catalog().packages().findShared(asked)).containsExactly(new PackageId("harmony"));
        assertThat(catalog().packages().findShared(List.of())).isEmpty();
    }

    @Test
    default void a_second_exclusive_connection_is_refused_and_told_the_first() {
        packages("harmony");
        does(change -> change.connections().insert(connection("first", "harmony"), true));

        assertThatThrownBy(() -> does(change -> change.connections().insert(connection("second", "harmony"), true)))
                .isInstanceOfSatisfying(BindingConflictException.class, refusal -> assertThat(refusal.connectionId())
                        .isEqualTo("first"));
        assertThat(catalog().connections().find(new ConnectionId("second"))).isEmpty();
    }

    @Test
    default void an_update_to_an_exclusively_bound_package_is_refused() {
        packages("harmony", "melody");
        does(change -> change.connections().insert(connection("first", "harmony"), true));
        does(change -> change.connections().insert(connection("second", "melody"), true));

        assertThatThrownBy(() -> does(change -> change.connections().update(connection("second", "harmony"), true)))
                .isInstanceOf(BindingConflictException.class);
        assertThat(boundTo("melody")).isEqualTo("second");
    }

    @Test
    default void a_refused_binding_leaves_the_change_usable() {
        packages("harmony", "melody");
        does(change -> change.connections().insert(connection("first", "harmony"), true));

        does(change -> {
            assertThatThrownBy(() -> change.connections().insert(connection("second", "harmony"), true))
                    .isInstanceOf(BindingConflictException.class);
            change.connections().insert(connection("second", "melody"), true);
        });

        assertThat(boundTo("melody")).isEqualTo("second");
    }

    @Test
    default void an_exclusive_connection_may_be_updated_with_its_own_package() {
        packages("harmony");
        does(change -> change.connections().insert(connection("user", "harmony"), true));

        does(change -> change.connections().update(connection("user", "harmony"), true));

        assertThat(boundTo("harmony")).isEqualTo("user");
    }

    @Test
    default void connections_that_are_not_exclusive_share_a_package_which_tells_all_the_oldest_first() {
        packages("harmony");
        does(change -> change.connections().insert(connection("zz_first", "harmony"), false));
        does(change -> change.connections().insert(connection("aa_second", "harmony"), false));

        assertThat(boundTo("harmony")).isEqualTo("zz_first");
        List<ConnectionId> both = List.of(new ConnectionId("zz_first"), new ConnectionId("aa_second"));
        assertThat(catalog()
                        .packages()
                        .find(new PackageId("harmony"))
                        .orElseThrow()
                        .connectionIds())
                .isEqualTo(both);
        assertThat(catalog().packages().list(0, 10).get(0).item().connectionIds())
                .isEqualTo(both);
        assertThatThrownBy(() -> does(change -> change.packages().delete(new PackageId("harmony"), NOON)))
                .isInstanceOfSatisfying(PackageInUseException.class, refusal -> assertThat(refusal.connectionIds())
                        .containsExactly("zz_first", "aa_second"));
        does(change -> change.connections().delete(new ConnectionId("zz_first")));
        assertThat(boundTo("harmony")).isEqualTo("aa_second");
    }

    @Test
    default void one_exclusive_connection_tolerates_those_that_are_not() {
        packages("harmony");
        does(change -> change.connections().insert(connection("shared", "harmony"), false));

        does(change -> change.connections().insert(connection("exclusive", "harmony"), true));

        assertThatThrownBy(() -> does(change -> change.connections().update(connection("shared", "harmony"), true)))
                .isInstanceOf(BindingConflictException.class);
        does(change -> change.connections().update(connection("exclusive", "harmony"), false));
        does(change -> change.connections().update(connection("shared", "harmony"), true));
        assertThat(boundTo("harmony")).isEqualTo("shared");
    }

    @Test
    default void any_number_of_exclusive_connections_may_have_no_package() {
        packages();

        does(change -> change.connections().insert(connection("one", null), true));
        does(change -> change.connections().insert(connection("two", null), true));

        assertThat(catalog().connections().find(new ConnectionId("two"))).isPresent();
    }

    @Test
    default void binding_another_package_frees_the_one_before() {
        packages("harmony", "melody");
        does(change -> change.connections().insert(connection("user", "harmony"), true));

        does(change -> change.connections().update(connection("user", "melody"), true));

        assertThat(boundTo("harmony")).isEqualTo("null");
        does(change -> change.connections().insert(connection("heir", "harmony"), true));
        assertThat(boundTo("harmony")).isEqualTo("heir");
    }

    @Test
    default void deleting_the_connection_frees_its_package() {
        packages("harmony");
        does(change -> change.connections().insert(connection("user", "harmony"), true));

        does(change -> change.connections().delete(new ConnectionId("user")));

        assertThat(boundTo("harmony")).isEqualTo("null");
        does(change -> change.packages().delete(new PackageId("harmony"), NOON));
        assertThat(catalog().packages().find(new PackageId("harmony"))).isEmpty();
    }

    @Test
    default void deleting_a_bound_package_is_refused_and_names_the_connection() {
        catalog().change(change -> {
            change.destinations().insert(destination("warehouse"));
            change.packages().insert(connectorPackage("bound"));
            return change.connections().insert(connection("user", "bound"), false);
        });

        assertThatThrownBy(() -> catalog().change(change -> {
                    change.packages().delete(new PackageId("bound"), NOON);
                    return true;
                }))
                .isInstanceOfSatisfying(PackageInUseException.class, refusal -> assertThat(refusal.connectionId())
                        .isEqualTo("user"));
        assertThat(catalog().packages().find(new PackageId("bound"))).isPresent();
    }
}
