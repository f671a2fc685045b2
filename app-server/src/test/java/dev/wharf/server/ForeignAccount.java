package dev.wharf.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wharf.http.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account that is not ours and tells what a test says, with a gateway before it. */
final class ForeignAccount implements AutoCloseable {
    private final HttpServer server;
    private final Data data;
    private final RunningServer gateway;

    /** What the account tells. */
    interface Data {
        /** The data of an answer, as JSON; null for what is not there. */
        @Nullable
        String at(String method, String rawPath, String body);
    }

    ForeignAccount(Path directory, Data data) throws IOException {
        this.data = data;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        gateway = RunningGateway.before(url, new Credentials("key", "secret"), directory, Map.of());
    }

    RunningServer gateway() {
        return gateway;
    }

    @Override
    public void close() {
        gateway.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String told =
                data.at(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body);
        byte[] answer = (told == null ? "{\"code\":\"NotFound\"}" : "{\"code\":\"Success\",\"data\":" + told + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(told == null ? 404 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
