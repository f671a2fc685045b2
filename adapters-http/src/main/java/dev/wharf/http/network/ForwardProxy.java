package dev.wharf.http.network;

import dev.wharf.failure.InvalidRequestException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that leads to other hosts. Never prints its user or password.
 *
 * @param protocol what it speaks
 * @param host its host name or address, an IPv6 address without brackets
 * @param port its port, 1 to 65535
 * @param user whom it is told to be used by; null if it asks nobody
 * @param password the user's; empty if there is none
 */
public record ForwardProxy(Protocol protocol, String host, int port, @Nullable String user, String password) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:(.*)@)?(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:/@?#\\s]+)(?::(\\d{1,5}))?/?");
    private static final int MAX_PORT = 65_535;

    /** What a proxy speaks. */
    public enum Protocol {
        /** HTTP: https targets through a tunnel ({@code CONNECT}), http targets by their whole address. */
        HTTP("http", 80),
        /** The same over TLS. */
        HTTPS("https", 443),
        /** SOCKS, version 5; the proxy looks the hosts' names up. */
        SOCKS5("socks5", 1080);

        private final String scheme;
        private final int port;

        Protocol(String scheme, int port) {
            this.scheme = scheme;
            this.port = port;
        }
    }

    /**
     * Checks the numbers.
     *
     * @throws InvalidRequestException if the host is empty or the port is none
     */
    public ForwardProxy {
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new InvalidRequestException("A proxy needs a host and a port from 1 to " + MAX_PORT + ".");
        }
    }

    /**
     * Reads an address such as {@code http://user:password@proxy.example:3128}. Without a scheme it is taken for http; without a port
     * for 80, 443 or 1080, as the scheme has it. In user and password, characters may be percent-encoded.
     *
     * @param text the address
     * @param origin where it stands, such as {@code HTTPS_PROXY}
     * @return the proxy
     * @throws InvalidRequestException if it is no such address; the message names the origin and shows nothing of the text but an
     *     unknown scheme
     */
    public static ForwardProxy parse(String text, String origin) {
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            throw malformed(origin);
        }
        Protocol protocol = protocol(parts.group(1), origin);
        String host = parts.group(3).startsWith("[")
                ? parts.group(3).substring(1, parts.group(3).length() - 1)
                : parts.group(3);
        int port = parts.group(4) == null ? protocol.port : Integer.parseInt(parts.group(4));
        if (port < 1 || port > MAX_PORT) {
            throw malformed(origin);
        }
        String given = parts.group(2);
        if (given == null || given.isEmpty()) {
            return new ForwardProxy(protocol, host, port, null, "");
        }
        int colon = given.indexOf(':');
        String user = decoded(colon < 0 ? given : given.substring(0, colon), origin);
        return new ForwardProxy(
                protocol, host, port, user, colon < 0 ? "" : decoded(given.substring(colon + 1), origin));
    }

    /** What Java's own selector says; null for no proxy. */
    static @Nullable ForwardProxy of(Proxy proxy) {
        if (!(proxy.address() instanceof InetSocketAddress address) || address.getPort() < 1) {
            return null;
        }
        Protocol protocol = proxy.type() == Proxy.Type.SOCKS ? Protocol.SOCKS5 : Protocol.HTTP;
        return new ForwardProxy(protocol, address.getHostString(), address.getPort(), null, "");
    }

    /**
     * Where it is.
     *
     * @return its address, without user and password
     */
    public String address() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return protocol.scheme + "://" + name + ":" + port;
    }

    @Override
    public String toString() {
        return address() + (user == null ? "" : ", with user and password");
    }

    private static Protocol protocol(@Nullable String scheme, String origin) {
        if (scheme == null) {
            return Protocol.HTTP;
        }
        String asked = scheme.toLowerCase(Locale.ROOT);
        return Arrays.stream(Protocol.values())
                .filter(known -> known.scheme.equals(asked) || (known == Protocol.SOCKS5 && asked.equals("socks5h")))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "The proxy in " + origin + " has the scheme " + asked + "://, which Wharf does not support.",
                        "Give an address that begins with http://, https:// or socks5://."));
    }

    private static String decoded(String text, String origin) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
        try {
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                if (c == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                    i += 3;
                } else {
                    bytes.put(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                    i += Character.charCount(c);
                }
            }
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw malformed(origin);
            }
            return decoded;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException notEncoded) {
            throw malformed(origin);
        }
    }

    private static InvalidRequestException malformed(String origin) {
        return new InvalidRequestException(
                "The proxy address in " + origin + " is not valid.",
                "Give one such as http://user:password@proxy.example:3128. Percent-encode special characters of"
                        + " user and password.");
    }
}
