package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import dev.wharf.model.Role;
import dev.wharf.server.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadCredentialsTest extends RefusingServer {
    @ParameterizedTest
    @ValueSource(strings = {"", "Basic %%%", "Basic", "Bearer abc", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void missing_and_malformed_credentials_are_401(String header) {
        Answer answer = admin.authorizing(header.isEmpty() ? null : header).get(PACKAGES);

        refused(answer, 401, "AuthFailed");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void wrong_credentials_are_401_and_do_not_tell_which_half_is_wrong() {
        Answer wrongSecret =
                server.as(new Credentials(credentials.key(), "wrong")).get(PACKAGES);
        Answer wrongKey =
                server.as(new Credentials("nobody", credentials.secret())).get(PACKAGES);

        refused(wrongSecret, 401, "AuthFailed");
        assertThat(wrongKey.json()).isEqualTo(wrongSecret.json());
    }

    @Test
    void a_revoked_key_is_401() {
        Credentials other = server.newKey("other", Role.ADMIN);
        assertThat(server.as(other).get(PACKAGES).status()).isEqualTo(200);

        server.keys().revoke(other.key());

        refused(server.as(other).get(PACKAGES), 401, "AuthFailed");
    }
}
