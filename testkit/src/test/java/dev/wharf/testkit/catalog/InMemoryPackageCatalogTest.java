package dev.wharf.testkit.catalog;

import dev.wharf.port.catalog.PackageCatalog;

class InMemoryPackageCatalogTest extends PackageCatalogContract {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    public PackageCatalog catalog() {
        return catalog;
    }

    @Override
    public PackageCatalog reopened() {
        return catalog;
    }
}
