package dev.wharf.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;

/** Answers whatever it is sent with texts, one after the other, and then closes. */
final class ScriptedProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);

    ScriptedProxy(String... answers) throws IOException {
        this(ServerSocketFactory.getDefault(), answers);
    }

    ScriptedProxy(ServerSocketFactory factory, String... answers) throws IOException {
        entrance = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answers), "scripted-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String... answers) {
        while (!entrance.isClosed()) {
            try (Socket caller = entrance.accept()) {
                for (String answer : answers) {
                    if (hear(caller) < 0) {
                        break;
                    }
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                }
                // Whoever hears nothing more has had all answers.
                int length = answers.length == 0 ? 0 : -1;
                while (length >= 0) {
                    length = hear(caller);
                }
            } catch (IOException gone) {
                // The next one, or the end.
            }
            ended.release();
        }
    }

    private int hear(Socket caller) throws IOException {
        byte[] asked = new byte[8192];
        int length = caller.getInputStream().read(asked);
        if (length > 0) {
            heard.add(new String(asked, 0, length, StandardCharsets.ISO_8859_1));
            begun.release();
        }
        return length;
    }

    /** What it was sent, in the pieces in which it came. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Returns when it has been sent something. */
    void awaitCaller() throws InterruptedException {
        begun.acquire();
    }

    /** Returns when a caller is gone. */
    void awaitEnd() throws InterruptedException {
        ended.acquire();
    }

    String address() {
        return "localhost:" + entrance.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
