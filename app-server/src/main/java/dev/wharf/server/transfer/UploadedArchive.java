package dev.wharf.server.transfer;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.TooLargeException;
import dev.wharf.port.ArchiveSource;
import dev.wharf.server.error.RequestRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * The archive in a form as it is being received: exactly one part, named {@code file}, with or without a file name and a
 * type. Can be opened once.
 */
final class UploadedArchive implements ArchiveSource, AutoCloseable {
    private static final String PART = "file";
    /** What a form adds to its one part, generously. */
    private static final long FORM = 64 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream body;
    private final byte[] boundary;

    UploadedArchive(InputStream body, byte[] boundary) {
        this.body = body;
        this.boundary = boundary;
    }

    /**
     * The archive that a request brings.
     *
     * @param request the request, whose body nobody else reads
     * @param maxBytes the most bytes an archive may have
     * @param pace how fast it must arrive
     * @return the archive
     * @throws TooLargeException if the request announces more than an archive and the form around it can have; who reads it is told so if
     *     it brings more
     * @throws InvalidRequestException if the request has no form, or the form no boundary
     * @throws RequestRefusal 415 if the body is something else than a form
     */
    static UploadedArchive of(HttpRequest<?> request, long maxBytes, UploadPace pace) {
        if (request.getContentLength() > maxBytes + FORM) {
            throw new TooLargeException(maxBytes);
        }
        byte[] boundary = boundaryOf(request);
        InputStream body = ((ServerHttpRequest<?>) request)
                .byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .toInputStream();
        return new UploadedArchive(new TimedStream(new LimitedStream(body, maxBytes + FORM, maxBytes), pace), boundary);
    }

    /** Ends it if it comes too slowly; to be called now and then while it is received. */
    void check() {
        if (body instanceof TimedStream timed) {
            timed.check();
        }
    }

    /** What separates the parts of the form that a request says it brings. */
    static byte[] boundaryOf(HttpRequest<?> request) {
        MediaType type = request.getContentType().orElseThrow(UploadedArchive::missing);
        if (!type.getName().toLowerCase(Locale.ROOT).equals(MediaType.MULTIPART_FORM_DATA)) {
            throw new RequestRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send the archive as multipart/form-data with one part named \"file\".");
        }
        return unquote(boundary(type)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            MultipartInput form = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary)
                    .setBufferSize(BUFFER)
                    .get();
            if (!form.skipPreamble()) {
                throw missing();
            }
            if (!PART.equals(partName(form.readHeaders()))) {
                throw new InvalidRequestException(
                        "The form has a part with another name.", "Send exactly one part, named \"file\".");
            }
            return new PartStream(form);
        } catch (FileUploadException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /**
     * Gives up what was not read of the form. Without this nobody would ever take it off the connection, which would hang
     * with the next request behind it.
     */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // The connection broke; there is nothing left to give up.
        }
    }

    /** The part's bytes, which end only if the form ends with them. */
    private static final class PartStream extends FilterInputStream {
        private final MultipartInput form;
        private boolean ended;

        PartStream(MultipartInput form) {
            super(form.newInputStream());
            this.form = form;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            int count = read(single, 0, 1);
            return count < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (ended) {
                return -1;
            }
            try {
                int count = in.read(target, offset, length);
                if (count < 0) {
                    ended = true;
                    if (form.readBoundary()) {
                        throw new InvalidRequestException(
                                "The form has more than one part.", "Send exactly one part, named \"file\".");
                    }
                }
                return count;
            } catch (FileUploadException e) {
                throw malformed(e);
            }
        }

        /** What is left of the form is the archive's to give up, also when nobody opened it. */
        @Override
        public void close() {
            ended = true;
        }
    }

    private static String partName(String headers) {
        for (String line : headers.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("content-disposition")) {
                ParameterParser parser = new ParameterParser();
                parser.setLowerCaseNames(true);
                Map<String, String> parameters = parser.parse(line.substring(colon + 1), ';');
                String name = parameters.get("name");
                return name == null ? "" : name;
            }
        }
        return "";
    }

    private static String boundary(MediaType type) {
        for (CharSequence name : type.getParameters()) {
            String value =
                    type.getParameters().get(name).map(CharSequence::toString).orElse("");
            if ("boundary".equalsIgnoreCase(name.toString()) && !value.isEmpty()) {
                return value;
            }
        }
        throw new InvalidRequestException(
                "The Content-Type multipart/form-data has no boundary.", "Let your HTTP client build the form.");
    }

    private static String unquote(String boundary) {
        boolean quoted = boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"");
        return quoted ? boundary.substring(1, boundary.length() - 1) : boundary;
    }

    private static InvalidRequestException missing() {
        return new InvalidRequestException(
                "The file parameter is missing.",
                "Send the archive as multipart/form-data with one part named" + " \"file\".");
    }

    private static InvalidRequestException malformed(Exception cause) {
        InvalidRequestException failure = new InvalidRequestException(
                "The form is malformed or was cut off.", "Send it again, complete, as your HTTP client builds it.");
        failure.initCause(cause);
        return failure;
    }
}
