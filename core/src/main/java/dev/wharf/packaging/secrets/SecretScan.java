package dev.wharf.packaging.secrets;

import dev.wharf.packaging.secrets.SecretShape.FileKind;
import dev.wharf.packaging.secrets.SecretShape.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for secrets in a file's bytes while they stream through a window of fixed size. Each byte is looked at once; only
 * around an anchor is more looked at, and only a bounded part.
 */
final class SecretScan {
    static final int MAX_PER_FILE = 10;

    private static final int WINDOW = 128 * 1024;
    private static final int LOOKED_AT_FOR_KIND = 8 * 1024;
    private static final Anchors ANCHORS = new Anchors(shapes());

    private final Window window = new Window(WINDOW);
    private final List<FoundSecret> found = new ArrayList<>();
    private int line;
    private int countedTo;
    private int passedTo;

    private static List<SecretShape> shapes() {
        List<SecretShape> shapes = new ArrayList<>(TokenKinds.all());
        shapes.addAll(MarkedShape.all());
        shapes.add(new PrivateKeyShape());
        shapes.add(new EncodedKeyShape());
        shapes.addAll(KeyPartShape.all());
        shapes.addAll(AssignedShape.all());
        shapes.add(new AddressShape());
        shapes.add(new PuttyKeyShape());
        for (String scheme : List.of("bearer ", "basic ", "token ", "token token=", "bot ", "ssws ", "apikey ")) {
            shapes.add(new AuthorizationShape(scheme));
        }
        return shapes;
    }

    /** Looks through a stream to its end; finds at most so many secrets, one a line. */
    List<FoundSecret> scan(InputStream in, boolean isSettings) throws IOException {
        found.clear();
        window.filled = 0;
        line = 1;
        countedTo = 0;
        passedTo = 0;
        int scanned = 0;
        int state = Anchors.START;
        FileKind kind = null;
        while (found.size() < MAX_PER_FILE) {
            int count = in.readNBytes(window.bytes, window.filled, WINDOW - window.filled);
            window.filled += count;
            boolean ended = window.filled < WINDOW;
            kind = kind == null ? new FileKind(hasNul(), isSettings) : kind;
            int end = ended ? window.filled : window.filled - Window.BEHIND;
            state = scan(scanned, end, state, kind);
            if (ended) {
                break;
            }
            scanned = end - slide(end);
        }
        return List.copyOf(found);
    }

    private int scan(int from, int end, int begun, FileKind kind) {
        Anchors anchors = ANCHORS;
        byte[] bytes = window.bytes;
        int state = begun;
        for (int at = from; at < end; at++) {
            state = anchors.step(state, bytes[at]);
            if (state >= Anchors.FOUND) {
                look(anchors.ending(state), at + 1, kind);
                state &= ~Anchors.FOUND;
            }
        }
        return state;
    }

    private void look(List<SecretShape> shapes, int anchorEnd, FileKind kind) {
        for (SecretShape shape : shapes) {
            int start = anchorEnd - shape.anchor().length();
            Sighting sighting = start < passedTo ? null : shape.look(window, start, kind);
            if (sighting != null) {
                add(sighting, start);
            }
        }
    }

    private void add(Sighting sighting, int start) {
        passedTo = sighting.end();
        count(start);
        boolean sameLine = !found.isEmpty() && found.get(found.size() - 1).line() == line;
        if (!sameLine && found.size() < MAX_PER_FILE) {
            found.add(new FoundSecret(sighting.what(), line));
        }
    }

    /** Drops what is not needed any more; returns by how much everything moved. */
    private int slide(int end) {
        int shift = end - Window.BEFORE;
        count(shift);
        System.arraycopy(window.bytes, shift, window.bytes, 0, window.filled - shift);
        window.filled -= shift;
        countedTo -= shift;
        passedTo = Math.max(0, passedTo - shift);
        return shift;
    }

    private void count(int to) {
        for (; countedTo < to; countedTo++) {
            line += window.bytes[countedTo] == '\n' ? 1 : 0;
        }
    }

    private boolean hasNul() {
        for (int i = 0; i < Math.min(window.filled, LOOKED_AT_FOR_KIND); i++) {
            if (window.bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
