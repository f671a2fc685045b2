package dev.wharf.server;

import dev.wharf.registry.ApiKeys;
import java.io.PrintWriter;

/** Shows a new key and its secret, the one time they can be shown. */
final class IssuedKey {
    private IssuedKey() {}

    static void print(ApiKeys.Issued issued, PrintWriter out) {
        out.println("  key:    " + issued.key().id());
        out.println("  secret: " + issued.secret());
        out.flush();
    }
}
