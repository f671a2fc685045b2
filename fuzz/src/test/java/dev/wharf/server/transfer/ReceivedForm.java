package dev.wharf.server.transfer;

import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Opens the server's own reading of forms to the fuzzer, without a server around it. */
public final class ReceivedForm {
    private ReceivedForm() {}

    /**
     * Receives a form as the server does.
     *
     * @return how many bytes its archive has
     */
    public static long receive(String contentType, InputStream body) throws IOException {
        HttpRequest<?> request;
        try {
            request = HttpRequest.POST("/", "").header("Content-Type", contentType);
        } catch (IllegalArgumentException e) {
            return 0; // No header can have this value, so the server never sees it.
        }
        try (UploadedArchive archive = new UploadedArchive(body, UploadedArchive.boundaryOf(request));
                InputStream content = archive.open()) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }
}
