package dev.wharf.settling;

import dev.wharf.model.PackageId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which packages have been handed out while uploads are under way, so that none is to two. Once no upload is under way all is
 * forgotten: those that begin then see the packages that are there and leave them alone.
 */
final class Claims {
    private final Set<PackageId> claimed = new HashSet<>();
    private int underWay;

    /** An upload begins; it is to look at what is there only after this. */
    synchronized void begin() {
        underWay++;
    }

    /** Whether nobody had it before. */
    synchronized boolean claim(PackageId id) {
        return claimed.add(id);
    }

    synchronized boolean isClaimed(PackageId id) {
        return claimed.contains(id);
    }

    /** As {@link #claim}, but only while no other upload is under way, whose package it might be. */
    synchronized boolean claimAlone(PackageId id) {
        return underWay == 1 && claimed.add(id);
    }

    synchronized void end() {
        underWay--;
        if (underWay == 0) {
            claimed.clear();
        }
    }
}
