package dev.wharf.testkit.catalog;

import dev.wharf.port.catalog.PackageCatalog;

/** The catalog that the contracts of its subjects run against. */
public interface CatalogFixture {
    /**
     * The catalog under test, empty when the test begins.
     *
     * @return the same catalog at every call within one test
     */
    PackageCatalog catalog();

    /**
     * The same catalog as a new process would find it.
     *
     * @return a catalog that shares nothing with {@link #catalog()} but what is stored; where nothing outlives the
     *     process, that catalog itself
     */
    PackageCatalog reopened();
}
