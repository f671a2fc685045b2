package dev.wharf.server.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From where somebody calls, as far as it is worth counting: of IPv6 the network (the first 64 bits), as who has one address of
 * it has all.
 */
public final class CallerAddress {
    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    /**
     * The address as it is counted.
     *
     * @param remote the other side of a connection
     * @return of IPv4 the address, of IPv6 the network
     */
    public static String of(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        if (address == null) {
            return remote.getHostString();
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
