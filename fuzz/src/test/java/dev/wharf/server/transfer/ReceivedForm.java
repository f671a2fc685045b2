package dev.wharf.server.transfer;

import io.micronaut.http.HttpRequest;
import java.io.InputStream;

/** Opens the server's own reading of forms to the fuzzer, without a server around it. */
public final class ReceivedForm {
    private ReceivedForm() {}

    /** Gives back how many bytes the form's archive has. */
    public static long receive(String contentType, InputStream body) throws java.io.IOException {
        byte[] boundary = UploadedArchive.boundaryOf(HttpRequest.POST("/", "").header("Content-Type", contentType));
        try (UploadedArchive archive = new UploadedArchive(body, boundary);
                InputStream content = archive.open()) {
            return content.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
