package dev.wharf.jdbc.wrong;

import dev.wharf.http.Credentials;

/** An adapter that knows another one, on purpose. */
final class KnowsAnotherAdapter {
    String name(Credentials credentials) {
        return credentials.toString();
    }
}
