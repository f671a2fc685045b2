package dev.wharf.packaging.secrets;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address that holds a password: {@code postgres://user:password@host}. */
final class AddressShape implements SecretShape {
    private static final int MAX_PART = 256;
    private static final int MIN_PASSWORD = 4;
    private static final ByteClass SCHEME = ByteClass.of("A-Za-z0-9+.-");
    private static final ByteClass USER = ByteClass.of("!$%&*+.0-9=A-Z_a-z~-");
    private static final ByteClass PASSWORD = ByteClass.of("!#$%&(-.0-9:;=?A-Z^_a-z|~-");
    private static final Set<String> MADE_UP = Set.of(
            "pass", "pwd", "passwd", "admin", "root", "guest", "user", "test", "pw", "p4ss", "pass123", "postgres");

    @Override
    public String anchor() {
        return "://";
    }

    @Override
    public @Nullable Sighting look(Window window, int start, FileKind file) {
        int userStart = start + 3;
        int userEnd = window.runEnd(userStart, USER, MAX_PART);
        if (file.isBinary() || window.at(userEnd) != ':' || !SCHEME.has(window.at(start - 1))) {
            return null;
        }
        int passwordEnd = window.runEnd(userEnd + 1, PASSWORD, MAX_PART);
        if (window.at(passwordEnd) != '@') {
            return null;
        }
        String user = window.text(userStart, userEnd);
        String password = window.text(userEnd + 1, passwordEnd);
        String host = window.text(passwordEnd + 1, window.runEnd(passwordEnd + 1, ByteClass.DOTTED, MAX_PART));
        boolean madeUp = password.length() < MIN_PASSWORD
                || password.equals(user)
                || MADE_UP.contains(password.toLowerCase(Locale.ROOT))
                || Placeholder.isOne(password)
                || isNowhere(host.toLowerCase(Locale.ROOT));
        return madeUp
                ? null
                : new Sighting("an address with a password ('" + scheme(window, start) + "://...')", passwordEnd);
    }

    private static String scheme(Window window, int end) {
        return window.text(window.runStart(end, SCHEME, 32), end);
    }

    private static boolean isNowhere(String host) {
        return host.isEmpty()
                || host.equals("localhost")
                || host.equals("host")
                || host.equals("hostname")
                || host.startsWith("127.")
                || host.contains("example")
                || host.contains("your");
    }
}
