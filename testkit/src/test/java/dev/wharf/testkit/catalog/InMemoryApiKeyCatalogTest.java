package dev.wharf.testkit.catalog;

import dev.wharf.port.ApiKeyCatalog;

class InMemoryApiKeyCatalogTest extends ApiKeyCatalogContract {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    protected ApiKeyCatalog catalog() {
        return catalog;
    }

    @Override
    protected ApiKeyCatalog reopened() {
        return catalog;
    }
}
