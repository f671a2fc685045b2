package dev.wharf.registry;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.wharf.failure.StorageException;
import dev.wharf.port.catalog.PackageCatalog;
import dev.wharf.port.catalog.PackageCatalog.Change;
import java.util.function.Function;

/** Catalogs whose transactions fare badly once the work in them is done. */
public final class CollidingCatalog {
    private CollidingCatalog() {}

    /** Runs every change twice, because the first time it collides with another one. */
    static PackageCatalog behaving(PackageCatalog catalog) {
        return with(catalog, work -> {
            try {
                failed(catalog, work);
            } catch (StorageException collision) {
                return catalog.change(work);
            }
            throw new AssertionError("a change that fails must throw");
        });
    }

    /** Fails every change at its commit. */
    public static PackageCatalog failing(PackageCatalog catalog) {
        return with(catalog, work -> failed(catalog, work));
    }

    private static Object failed(PackageCatalog catalog, Function<Change, Object> work) {
        return catalog.change(change -> {
            Object done = work.apply(change);
            throw new StorageException("The commit of " + done + " failed, as this test asked for.", null);
        });
    }

    private static PackageCatalog with(PackageCatalog catalog, Function<Function<Change, Object>, Object> transaction) {
        PackageCatalog spied = mock(PackageCatalog.class, delegatesTo(catalog));
        doAnswer(call -> transaction.apply(call.getArgument(0))).when(spied).change(any());
        return spied;
    }
}
