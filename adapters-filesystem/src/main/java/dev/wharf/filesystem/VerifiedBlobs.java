package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which files were verified, and as what they looked then; the longest unused are forgotten first. */
final class VerifiedBlobs {
    private static final int MOST = 4096;

    private final Map<Sha256, Stamp> stamps = new LinkedHashMap<>(16, 0.75f, true);

    synchronized boolean contains(Sha256 sha256, Stamp stamp) {
        return stamp.equals(stamps.get(sha256));
    }

    synchronized void add(Sha256 sha256, Stamp stamp) {
        stamps.put(sha256, stamp);
        if (stamps.size() > MOST) {
            Iterator<Sha256> eldest = stamps.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
