package dev.wharf.testkit.catalog;

import static dev.wharf.testkit.catalog.CatalogSamples.BOB;
import static dev.wharf.testkit.catalog.CatalogSamples.NOON;
import static dev.wharf.testkit.catalog.CatalogSamples.apiKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ApiKey;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.testkit.Crowd;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeyCatalog} must do. An adapter's test extends this, and gives every test an empty catalog. */
public abstract class ApiKeyCatalogContract {
    /** For the adapter's test. */
    protected ApiKeyCatalogContract() {}

    /**
     * The catalog under test, empty when the test begins.
     *
     * @return the same catalog at every call within one test
     */
    protected abstract ApiKeyCatalog catalog();

    /**
     * The same catalog as a new process would find it.
     *
     * @return a catalog that shares nothing with {@link #catalog()} but what is stored; where nothing outlives the
     *     process, that catalog itself
     */
    protected abstract ApiKeyCatalog reopened();

    private static ApiKey revoked(ApiKey key, Instant at) {
        return new ApiKey(key.id(), key.secretHash(), key.principal(), key.createdAt(), at);
    }

    @Test
    void keys_of_every_role_come_back_as_they_were_put_in() {
        List<ApiKey> keys = Arrays.stream(Role.values())
                .map(role -> new ApiKey(
                        "key of " + role, "v1$salt$hash==", new Principal(BOB, role), NOON, NOON.plusSeconds(1)))
                .toList();

        keys.forEach(key -> assertThat(catalog().insertKey(key)).isTrue());

        assertThat(catalog().listKeys()).isEqualTo(keys);
        keys.forEach(key -> assertThat(catalog().findKey(key.id())).contains(key));
    }

    @Test
    void whatever_text_a_client_sends_as_a_key_is_looked_for_and_not_found() {
        catalog().insertKey(apiKey("key"));

        for (String text :
                List.of("", "KEY", "key ", "key\u0000", "\u0000", "\ud800", "a\udc00b", "%", "' OR 1=1 --", "鍵")) {
            assertThat(catalog().findKey(text)).as("lookup of <%s>", text).isEmpty();
            assertThat(catalog().revokeKey(text, NOON))
                    .as("revocation of <%s>", text)
                    .isFalse();
        }
        assertThat(catalog().findKey("x".repeat(100_000))).isEmpty();
        assertThat(catalog().findKey("key")).contains(apiKey("key"));
    }

    @Test
    void keys_are_listed_in_the_order_of_creation() {
        for (String id : List.of("z", "m", "a")) {
            catalog().insertKey(apiKey(id));
        }

        assertThat(catalog().listKeys()).containsExactly(apiKey("z"), apiKey("m"), apiKey("a"));
    }

    @Test
    void a_taken_key_id_is_told_and_the_first_key_stays() {
        catalog().insertKey(apiKey("key"));

        boolean added =
                catalog().insertKey(new ApiKey("key", "other hash", new Principal(BOB, Role.ADMIN), NOON, null));

        assertThat(added).isFalse();
        assertThat(catalog().listKeys()).containsExactly(apiKey("key"));
    }

    @Test
    void a_revoked_key_is_still_found_with_the_moment_it_was_revoked() {
        catalog().insertKey(apiKey("key"));
        catalog().insertKey(apiKey("other"));

        assertThat(catalog().revokeKey("key", NOON.plusSeconds(1))).isTrue();

        assertThat(catalog().listKeys()).containsExactly(revoked(apiKey("key"), NOON.plusSeconds(1)), apiKey("other"));
    }

    @Test
    void revoking_a_key_again_changes_nothing() {
        catalog().insertKey(apiKey("key"));
        catalog().revokeKey("key", NOON.plusSeconds(1));

        assertThat(catalog().revokeKey("key", NOON.plusSeconds(2))).isTrue();

        assertThat(catalog().findKey("key")).contains(revoked(apiKey("key"), NOON.plusSeconds(1)));
    }

    @Test
    void revoking_a_key_that_is_not_there_is_told() {
        assertThat(catalog().revokeKey("nobody", NOON)).isFalse();
    }

    @Test
    void the_first_key_is_added_only_where_there_is_none() {
        assertThat(catalog().insertFirstKey(apiKey("first"))).isTrue();
        assertThat(catalog().insertFirstKey(apiKey("second"))).isFalse();

        assertThat(catalog().listKeys()).containsExactly(apiKey("first"));
    }

    @Test
    void a_revoked_key_also_keeps_the_first_key_from_being_made_again() {
        catalog().insertKey(apiKey("key"));
        catalog().revokeKey("key", NOON);

        assertThat(catalog().insertFirstKey(apiKey("first"))).isFalse();
    }

    @Test
    void of_many_first_keys_exactly_one_is_added() {
        List<Boolean> added = Crowd.of(32, member -> catalog().insertFirstKey(apiKey("key-" + member)));

        assertThat(added).containsOnlyOnce(true);
        assertThat(catalog().listKeys()).hasSize(1);
    }

    @Test
    void keys_are_there_when_the_catalog_is_opened_again() {
        catalog().insertKey(apiKey("key"));
        catalog().insertKey(apiKey("gone"));
        catalog().revokeKey("gone", NOON);

        assertThat(reopened().listKeys()).containsExactly(apiKey("key"), revoked(apiKey("gone"), NOON));
    }
}
