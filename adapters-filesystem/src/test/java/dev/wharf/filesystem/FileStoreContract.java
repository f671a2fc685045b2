package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveStore;
import dev.wharf.testkit.ArchiveStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract on a file system of some kind. */
abstract class FileStoreContract extends ArchiveStoreContract {
    private final List<FileArchiveStore> stores = new ArrayList<>();
    private FileArchiveStore store;

    /** The directory of the test's store, not yet there. */
    abstract Path root();

    /** Before the test begins: its threads may all ask for the store at once. */
    @BeforeEach
    void open() {
        store = opened();
    }

    @Override
    public ArchiveStore store() {
        return store;
    }

    @Override
    public ArchiveStore anotherStoreAtTheSamePlace() {
        return opened();
    }

    private synchronized FileArchiveStore opened() {
        FileArchiveStore opened = new FileArchiveStore(root());
        stores.add(opened);
        return opened;
    }

    @Override
    public void corrupt(Sha256 sha256, byte[] bytes) throws IOException {
        Files.write(blob(sha256), bytes);
    }

    @Override
    public void age(Sha256 sha256, Instant touchedAt) throws IOException {
        Files.setLastModifiedTime(blob(sha256), FileTime.from(touchedAt));
    }

    @Override
    public long leftovers() throws IOException {
        Path sessions = root().resolve("sessions");
        if (!Files.exists(sessions)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(sessions)) {
            return all.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    private Path blob(Sha256 sha256) {
        return new StorePaths(root()).blob(sha256);
    }

    @AfterEach
    void close() {
        stores.forEach(FileArchiveStore::close);
    }
}
