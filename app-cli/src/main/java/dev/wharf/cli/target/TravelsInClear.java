package dev.wharf.cli.target;

import java.net.URI;

/** Whether what is sent to an address can be read on its way. */
final class TravelsInClear {
    private TravelsInClear() {}

    static boolean isSo(URI url) {
        String host = url.getHost();
        return "http".equalsIgnoreCase(url.getScheme())
                && host != null
                && !host.equals("localhost")
                && !host.equals("[::1]")
                && !host.startsWith("127.");
    }
}
