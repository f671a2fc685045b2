package dev.wharf.http;

import dev.wharf.failure.WharfException;
import dev.wharf.model.PackageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer that go on where they broke off, as long as the other side offers parts of the very same bytes. If it does
 * not, or some attempts in a row bring no byte, the stream fails as it would have.
 */
final class ResumingStream extends InputStream {
    private final RestClient client;
    private final String path;
    private final PackageId id;
    private final Resuming resuming;
    private final OptionalLong total;
    private final @Nullable String tag;
    private RestResponse response;
    private long position;
    private int triesInARow;
    private int tries;

    ResumingStream(RestClient client, String path, RestResponse response, PackageId id, Resuming resuming) {
        this.client = client;
        this.path = path;
        this.response = response;
        this.id = id;
        this.resuming = resuming;
        this.total = response.length();
        this.tag = response.resumableTag();
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            IOException broken;
            try {
                int count = response.body().read(target, offset, length);
                if (count >= 0 || total.isEmpty() || position >= total.getAsLong()) {
                    arrived(count);
                    return count;
                }
                broken = new IOException("it ended " + (total.getAsLong() - position) + " bytes early");
            } catch (IOException e) {
                broken = e;
            }
            resume(broken);
        }
    }

    private void arrived(int count) {
        if (count > 0) {
            position += count;
            triesInARow = 0;
        }
    }

    @Override
    public void close() {
        response.close();
    }

    /** Goes on elsewhere, or throws what broke. */
    private void resume(IOException broken) throws IOException {
        if (tag == null) {
            throw broken;
        }
        while (mayTry()) {
            tries++;
            pause(resuming.bounds().waitAfter(triesInARow++));
            try {
                RestResponse rest = client.openRest(path, position, tag);
                if (!rest.beginsAt(position)) {
                    rest.close();
                    break;
                }
                abandon();
                response = rest;
                resuming.listener().resumed(id, position, broken);
                return;
            } catch (WharfException e) {
                broken.addSuppressed(e);
            }
        }
        throw broken;
    }

    private boolean mayTry() {
        Resumption bounds = resuming.bounds();
        return triesInARow < bounds.inARow()
                && tries < bounds.altogether()
                && !Thread.currentThread().isInterrupted();
    }

    private void abandon() {
        try {
            response.close();
        } catch (WharfException brokenAnyway) {
            // It is given up because it is broken.
        }
    }

    private void pause(Duration wait) throws InterruptedIOException {
        try {
            resuming.pace().pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        }
    }
}
