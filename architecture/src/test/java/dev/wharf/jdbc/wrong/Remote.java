package dev.wharf.jdbc.wrong;

import java.net.Socket;

/** A catalog that calls hosts itself, on purpose. */
final class Remote {
    boolean isConnected(Socket socket) {
        return socket.isConnected();
    }
}
