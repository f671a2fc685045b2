package dev.wharf.gateway;

import dev.wharf.caching.ArchiveCache;
import dev.wharf.failure.StorageException;
import dev.wharf.integrity.Verification;
import dev.wharf.integrity.VerifyingRegistry;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ArchiveStore;
import dev.wharf.port.PackageRegistry;
import dev.wharf.port.StagedArchive;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Where a gateway receives archives whole before it sends them on: so they can be inspected, sent again, put back, and given
 * out later without asking for them.
 */
final class Inbox {
    private final ArchiveStore store;
    private final ArchiveCache cache;
    private final GatewaySettings settings;

    Inbox(ArchiveStore store, ArchiveCache cache, GatewaySettings settings) {
        this.store = store;
        this.cache = cache;
        this.settings = settings;
    }

    /** The account's packages, of which no answer is trusted and a failed update is undone. */
    PackageRegistry verified(PackageRegistry packages) {
        return new VerifyingRegistry(
                packages,
                Verification.DEFAULT
                        .withDownloading(true)
                        .puttingBackThrough(store, settings.limits().maxBytes()));
    }

    /**
     * Receives an archive and sends it on.
     *
     * @param send sends it, and what else must happen before it may be given out; told what is wrong with it
     */
    <T> T pass(ArchiveSource source, Consumer<List<String>> remarks, BiFunction<StagedArchive, List<String>, T> send) {
        try (StagedArchive staged = store.stage(source, settings.limits().maxBytes())) {
            List<String> wrong = settings.inspection().remarks(staged, settings.limits());
            T sent = send.apply(staged, wrong);
            keep(staged);
            remarks.accept(wrong);
            return sent;
        }
    }

    private void keep(StagedArchive staged) {
        try {
            cache.keep(staged);
        } catch (StorageException keptElsewhere) {
            // The account has it; whoever downloads it is given it from there.
        }
    }
}
