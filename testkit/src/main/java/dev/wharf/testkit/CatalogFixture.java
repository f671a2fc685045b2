package dev.wharf.testkit;

import dev.wharf.port.PackageCatalog;

/** What the parts of {@link PackageCatalogContract} run against. */
interface CatalogFixture {
    PackageCatalog catalog();

    PackageCatalog reopened();
}
