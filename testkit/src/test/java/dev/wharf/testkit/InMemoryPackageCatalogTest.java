package dev.wharf.testkit;

import dev.wharf.port.PackageCatalog;

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
