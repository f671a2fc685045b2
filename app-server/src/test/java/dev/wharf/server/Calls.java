package dev.wharf.server;

import dev.wharf.http.Credentials;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the server as any HTTP client would: nothing here knows Wharf's own client. */
final class Calls {
    static final String PACKAGES = "/v1/connector-sdk/packages";
    static final String FILE_PART =
            "Content-Disposition: form-data; name=\"file\"; filename=\"code.zip\"\r\nContent-Type: application/octet-stream";
    private static final String BOUNDARY = "a-boundary";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;
    private final @Nullable String authorization;

    Calls(URI url, @Nullable Credentials credentials) {
        this(
                url,
                credentials == null
                        ? null
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((credentials.key() + ":" + credentials.secret())
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    private Calls(URI url, @Nullable String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    Calls authorizing(@Nullable String header) {
        return new Calls(url, header);
    }

    /** A part of a form: its headers and its bytes. */
    record Part(String headers, byte[] bytes) {}

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer json(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    Answer upload(byte[] archive, String... headers) {
        return form("POST", PACKAGES, List.of(new Part(FILE_PART, archive)), headers);
    }

    Answer form(String method, String path, List<Part> parts, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        all.addAll(List.of(headers));
        return send(method, path, form(parts), all.toArray(String[]::new));
    }

    static byte[] form(List<Part> parts) {
        try {
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            for (Part part : parts) {
                form.write(("--" + BOUNDARY + "\r\n" + part.headers() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                form.write(part.bytes());
                form.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            form.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return form.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(String method, String path, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Map<String, Object> json() {
            try {
                return ObjectMapper.getDefault().readValue(response.body(), Argument.mapOf(String.class, Object.class));
            } catch (IOException e) {
                throw new UncheckedIOException(new String(response.body(), StandardCharsets.UTF_8), e);
            }
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> data() {
            return (Map<String, Object>) json().get("data");
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) data().get("items");
        }

        String text(String field) {
            return String.valueOf(data().get(field));
        }

        String code() {
            return String.valueOf(json().get("code"));
        }

        String message() {
            return String.valueOf(json().get("message"));
        }
    }
}
