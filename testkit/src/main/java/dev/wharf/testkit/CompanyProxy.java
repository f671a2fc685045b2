package dev.wharf.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy as companies have them, on this machine: it opens tunnels ({@code CONNECT}) to port 443 only, forwards requests that have
 * a whole http address, asks for a user and a password, and knows hosts by names that nobody else knows.
 */
public final class CompanyProxy implements AutoCloseable {
    private static final String TUNNEL = "CONNECT ";
    private static final int MOST_OF_A_HEAD = 64 * 1024;

    private final ServerSocket entrance;
    private final Map<String, Integer> hosts;
    private final @Nullable String authorization;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "company-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A proxy that leads to hosts.
     *
     * @param hosts the ports on this machine, by the hosts' names; it leads to no others
     * @param credentials a user and a password, joined by a colon, without which it does nothing; null for anybody
     */
    public CompanyProxy(Map<String, Integer> hosts, @Nullable String credentials) {
        this.hosts = Map.copyOf(hosts);
        this.authorization = credentials == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /**
     * Where it is.
     *
     * @return its host and port
     */
    public String address() {
        return "localhost:" + entrance.getLocalPort();
    }

    /**
     * What it was asked for so far.
     *
     * @return the first line of each request whose user it knew
     */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket each : open) {
            each.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                open.add(caller);
                threads.execute(() -> serve(caller));
            } catch (IOException closed) {
                // The test ended.
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            String head = head(caller.getInputStream());
            if (!head.isEmpty()) {
                answer(caller, head);
            }
        } catch (IOException callerIsGone) {
            // The next one.
        } finally {
            open.remove(caller);
        }
    }

    private void answer(Socket caller, String head) throws IOException {
        String line = head.substring(0, head.indexOf("\r\n"));
        if (authorization != null
                && !head.contains("\r\nproxy-authorization: " + authorization + "\r\n")
                && !head.contains("\r\nProxy-Authorization: " + authorization + "\r\n")) {
            refuse(caller, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"company\"");
            return;
        }
        asked.add(line);
        boolean tunnel = line.startsWith(TUNNEL);
        String target = tunnel ? line.substring(TUNNEL.length(), line.lastIndexOf(' ')) : authority(line);
        String host = target.indexOf(':') < 0 ? target : target.substring(0, target.indexOf(':'));
        Integer port = hosts.get(host);
        if (port == null || (tunnel && !target.endsWith(":443"))) {
            refuse(caller, "403 Forbidden");
            return;
        }
        try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(there);
            if (tunnel) {
                write(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
            } else {
                write(there, forwarded(head, target));
            }
            threads.execute(() -> pump(there, caller));
            pump(caller, there);
            open.remove(there);
        }
    }

    /** One request for each connection, which is what the smallest of proxies do. */
    private static String forwarded(String head, String target) {
        return head.replaceFirst(" http://" + target, " ")
                .replaceAll("(?i)\r\nproxy-authorization: [^\r]*", "")
                .replaceAll("(?i)\r\nconnection: [^\r]*", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n");
    }

    /** Empty if the request has no whole address, which a proxy cannot do anything with. */
    private static String authority(String line) {
        String[] parts = line.split(" ", -1);
        return parts.length > 1 && parts[1].startsWith("http://")
                ? parts[1].substring(7).split("/", 2)[0]
                : "";
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < MOST_OF_A_HEAD && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void refuse(Socket caller, String status) throws IOException {
        String page = "<html><body>Ask the IT department.</body></html>";
        write(
                caller,
                "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: "
                        + page.length() + "\r\n\r\n" + page);
        caller.shutdownOutput();
        // What still comes is taken, so that the answer is not lost with the connection.
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException oneIsGone) {
            // The other is closed with it.
        }
    }
}
