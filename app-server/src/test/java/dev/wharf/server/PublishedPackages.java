package dev.wharf.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server, asked by an administrator. */
abstract class PublishedPackages {
    static final String PACKAGES = Calls.PACKAGES;
    static final byte[] ARCHIVE = Zips.connector("# one");

    @TempDir
    Path data;

    RunningServer server;
    Calls admin;

    @BeforeEach
    void start() {
        server = new RunningServer(data);
        admin = server.asAdmin();
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
