package dev.wharf.cache;

/**
 * What was asked.
 *
 * @param kind about what kind of thing
 * @param question which one, or which page of the list
 */
record Key(Kind kind, Object question) {
    enum Kind {
        ACCOUNT(false),
        PACKAGE(false),
        PACKAGES(true),
        CONNECTION(false),
        CONNECTIONS(true),
        DESTINATION(false),
        DESTINATIONS(true);

        private final boolean list;

        Kind(boolean list) {
            this.list = list;
        }

        boolean isList() {
            return list;
        }
    }
}
