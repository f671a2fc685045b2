package dev.wharf.http.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that no proxy leads to, as {@code NO_PROXY} lists them: {@code *} for all; names, which mean what ends with them too,
 * with or without a dot or {@code *.} before them; addresses; networks of addresses ({@code 10.0.0.0/8}); each but the last with a port
 * if only that port is meant. Between them stand commas or blanks. What cannot be understood matches nothing.
 */
final class NoProxy {
    static final NoProxy NONE = new NoProxy(List.of());

    private final List<Rule> rules;

    private NoProxy(List<Rule> rules) {
        this.rules = rules;
    }

    static NoProxy parse(@Nullable String list) {
        return list == null
                ? NONE
                : new NoProxy(Arrays.stream(list.split("[,\\s]+"))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> rule(entry.toLowerCase(Locale.ROOT)))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Whether a host is among them; its name without brackets, in small letters, without a dot at its end. */
    boolean matches(String host, int port) {
        InetAddress address = rules.isEmpty() ? null : HostAddress.parse(host);
        return rules.stream().anyMatch(rule -> rule.matches(host, address, port));
    }

    private static @Nullable Rule rule(String entry) {
        if (entry.equals("*")) {
            return (host, address, port) -> true;
        }
        int slash = entry.indexOf('/');
        if (slash >= 0) {
            return network(entry.substring(0, slash), entry.substring(slash + 1));
        }
        InetAddress bare = HostAddress.parse(entry);
        if (bare != null) {
            return (host, address, port) -> bare.equals(address);
        }
        int colon = entry.lastIndexOf(':');
        int only = colon < 0 ? 0 : number(entry.substring(colon + 1));
        String name = colon < 0 ? entry : entry.substring(0, colon);
        if (only < 0) {
            only = 0;
            name = entry;
        }
        return name(name, only);
    }

    /** Port 0 is any. */
    private static @Nullable Rule name(String entry, int only) {
        String bare = bare(entry);
        InetAddress meant = HostAddress.parse(bare);
        if (meant != null) {
            return (host, address, port) -> meant.equals(address) && (only == 0 || only == port);
        }
        String name = bare.replaceFirst("^\\*?\\.+", "").replaceFirst("\\.$", "");
        return name.isEmpty()
                ? null
                : (host, address, port) ->
                        (host.equals(name) || host.endsWith("." + name)) && (only == 0 || only == port);
    }

    private static @Nullable Rule network(String begin, String length) {
        InetAddress first = HostAddress.parse(bare(begin));
        int bits = number(length);
        if (first == null || bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            return null;
        }
        byte[] wanted = first.getAddress();
        return (host, address, port) -> address != null && agree(wanted, address.getAddress(), bits);
    }

    private static boolean agree(byte[] one, byte[] other, int bits) {
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String entry) {
        return entry.startsWith("[") && entry.endsWith("]") ? entry.substring(1, entry.length() - 1) : entry;
    }

    /** Negative if it is none. */
    private static int number(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : -1;
    }

    @FunctionalInterface
    private interface Rule {
        boolean matches(String host, @Nullable InetAddress address, int port);
    }
}
