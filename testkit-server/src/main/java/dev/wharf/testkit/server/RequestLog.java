package dev.wharf.testkit.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The requests a server saw, in the order they came. Safe for many threads. */
final class RequestLog {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Entry arrived(String method, String path) {
        Entry entry = new Entry(method, path);
        entries.add(entry);
        return entry;
    }

    List<SeenRequest> requests() {
        return entries.stream().map(Entry::seen).toList();
    }

    void clear() {
        entries.clear();
    }

    /** A request whose answer may still be to come. */
    static final class Entry {
        private final String method;
        private final String path;
        private volatile int status;

        Entry(String method, String path) {
            this.method = method;
            this.path = path;
        }

        void answered(int code) {
            status = code;
        }

        SeenRequest seen() {
            return new SeenRequest(method, path, status);
        }
    }
}
