package dev.wharf.settling;

import dev.wharf.failure.UnavailableException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.PackageRegistry;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Loses what a test tells it to. */
public final class LossyRegistry extends ForwardingRegistry {
    /** What happens to an upload. */
    public enum Fate {
        ARRIVES,
        REQUEST_LOST,
        ANSWER_LOST,
        /** Stored only when the package is looked for once more than before. */
        STORED_LATE
    }

    public final Deque<Fate> fates = new ConcurrentLinkedDeque<>();
    public final Deque<WharfException> failingLists = new ConcurrentLinkedDeque<>();
    final List<@Nullable UploadKey> keys = new CopyOnWriteArrayList<>();
    final AtomicInteger sends = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();
    UnaryOperator<ConnectorPackage> shown = p -> p;
    Runnable beforeList = () -> {};
    public WharfException lost = new UnavailableException("lost", null, null);
    private final Deque<Runnable> late = new ConcurrentLinkedDeque<>();

    public LossyRegistry(PackageRegistry behind) {
        super(behind);
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        lists.incrementAndGet();
        beforeList.run();
        WharfException failing = failingLists.poll();
        if (failing != null) {
            throw failing;
        }
        Page<ConnectorPackage> page = super.list(request);
        Runnable stored = late.poll();
        if (stored != null) {
            stored.run();
        }
        return new Page<>(page.items().stream().map(shown).toList(), page.nextCursor());
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        sends.incrementAndGet();
        keys.add(key);
        Fate fate = fates.isEmpty() ? Fate.ARRIVES : fates.poll();
        if (fate == Fate.REQUEST_LOST) {
            throw lost;
        }
        if (fate == Fate.STORED_LATE) {
            late.add(() -> super.create(archive, key));
            throw lost;
        }
        ConnectorPackage created = super.create(archive, key);
        if (fate == Fate.ANSWER_LOST) {
            throw lost;
        }
        return created;
    }
}
