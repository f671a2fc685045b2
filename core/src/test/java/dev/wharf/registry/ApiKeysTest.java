package dev.wharf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.NotAuthenticatedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.model.ApiKey;
import dev.wharf.model.Principal;
import dev.wharf.model.Role;
import dev.wharf.model.UserId;
import dev.wharf.port.ApiKeyCatalog;
import dev.wharf.registry.ApiKeys.Issued;
import dev.wharf.testkit.catalog.InMemoryCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
    private static final Principal ALICE = new Principal(new UserId("alice"), Role.MEMBER);
    private static final Principal ROOT = new Principal(new UserId("root"), Role.ADMIN);
    private static final String CHOSEN = "sixteen letters!";

    private final MovableClock clock = new MovableClock();
    private final ApiKeys keys = new ApiKeys(new InMemoryCatalog(), clock);

    @Test
    void an_issued_key_opens_what_its_principal_may() {
        Issued issued = keys.create(ALICE);

        assertThat(keys.authenticate(issued.key().id(), issued.secret())).isEqualTo(ALICE);
        assertThat(issued.key().createdAt()).isEqualTo(MovableClock.NOON);
        assertThat(issued.secret()).matches("[0-9a-f]{32}");
    }

    @Test
    void a_secret_is_neither_stored_nor_printed() {
        Issued issued = keys.create(ALICE);

        assertThat(issued.toString()).contains(issued.key().id()).doesNotContain(issued.secret());
        assertThat(keys.list()).singleElement().satisfies(key -> assertThat(key.secretHash())
                .doesNotContain(issued.secret()));
    }

    @Test
    void wrong_credentials_are_refused_alike() {
        Issued issued = keys.create(ALICE);
        String id = issued.key().id();

        assertThat(refusal(id, issued.secret() + "x"))
                .isEqualTo(refusal("unknown", issued.secret()))
                .isEqualTo(refusal("", ""));
    }

    private String refusal(String id, String secret) {
        try {
            keys.authenticate(id, secret);
        } catch (NotAuthenticatedException e) {
            return e.getMessage();
        }
        throw new AssertionError("these credentials were taken");
    }

    @Test
    void a_revoked_key_opens_nothing_and_stays_listed() {
        Issued issued = keys.create(ALICE);
        Issued other = keys.create(ROOT);
        clock.advance(Duration.ofMinutes(1));

        keys.revoke(issued.key().id());

        assertThatThrownBy(() -> keys.authenticate(issued.key().id(), issued.secret()))
                .isInstanceOf(NotAuthenticatedException.class);
        assertThat(keys.authenticate(other.key().id(), other.secret())).isEqualTo(ROOT);
        assertThat(keys.list()).map(ApiKey::revokedAt).containsExactly(clock.instant(), null);
    }

    @Test
    void an_unknown_key_cannot_be_revoked() {
        assertThatThrownBy(() -> keys.revoke("unknown"))
                .isInstanceOfSatisfying(NotFoundException.class, e -> assertThat(e.resource())
                        .isEqualTo(NotFoundException.Resource.API_KEY));
    }

    @Test
    void there_is_one_first_key() {
        Issued first = keys.createFirst(ROOT).orElseThrow();

        assertThat(keys.createFirst(ROOT)).isEmpty();
        assertThat(keys.createFirst("operator", CHOSEN, ROOT)).isFalse();
        assertThat(keys.authenticate(first.key().id(), first.secret())).isEqualTo(ROOT);
        assertThat(keys.list()).hasSize(1);
    }

    @Test
    void an_operator_may_choose_the_first_key() {
        assertThat(keys.createFirst("ops.team_1-a", CHOSEN, ROOT)).isTrue();

        assertThat(keys.authenticate("ops.team_1-a", CHOSEN)).isEqualTo(ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with:colon", "with space", "é"})
    void a_chosen_name_that_cannot_be_sent_is_refused(String id) {
        assertThatThrownBy(() -> keys.createFirst(id, CHOSEN, ROOT)).isInstanceOf(InvalidRequestException.class);
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void a_short_chosen_secret_is_refused_and_not_shown() {
        assertThatThrownBy(() -> keys.createFirst("operator", "fifteen letters", ROOT))
                .isInstanceOf(InvalidRequestException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("fifteen letters"));
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void a_name_that_is_taken_is_drawn_again() {
        ApiKeyCatalog catalog = mock();
        when(catalog.insertKey(any())).thenReturn(false, false, true);

        assertThat(new ApiKeys(catalog, clock).create(ALICE).key().principal()).isEqualTo(ALICE);

        verify(catalog, times(3)).insertKey(any());
    }
}
