package dev.wharf.jdbc;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A few connections to one SQLite file, opened when first needed and kept: one for the change under way and the others for
 * readers, whom no change blocks.
 */
final class SqliteConnections implements ConnectionSource {
    private static final int MOST = 8;

    private final DataSource dataSource;
    private final Path file;
    private final @Nullable Object fileKey;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    SqliteConnections(DataSource dataSource, Path file) {
        this.dataSource = dataSource;
        this.file = file;
        this.fileKey = fileKey();
    }

    @Override
    public Connection take() throws SQLException {
        free.acquireUninterruptibly();
        try {
            checkSameFile();
            Connection connection = pollIdle();
            return connection == null ? dataSource.getConnection() : connection;
        } catch (SQLException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    /** SQLite itself goes on writing to a file that was deleted or replaced, where nobody will ever find it again. */
    private void checkSameFile() {
        if (!Objects.equals(fileKey, fileKey())) {
            throw lost(null);
        }
    }

    private @Nullable Object fileKey() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static StorageException lost(@Nullable IOException cause) {
        return new StorageException(
                "The catalog's file was deleted, moved or replaced while it was in use.",
                "Put it back or restore the last backup. Then start again.",
                cause);
    }

    private @Nullable Connection pollIdle() {
        synchronized (idle) {
            if (closed) {
                throw new StorageException("The catalog is closed.", "Open it again.", null);
            }
            return idle.pollLast();
        }
    }

    @Override
    public void giveBack(Connection connection) {
        boolean kept;
        synchronized (idle) {
            kept = !closed && idle.offerLast(connection);
        }
        free.release();
        if (!kept) {
            closeQuietly(connection);
        }
    }

    @Override
    public void discard(Connection connection) {
        free.release();
        closeQuietly(connection);
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(SqliteConnections::closeQuietly);
            idle.clear();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // Everything promised is durable already; a connection that cannot even be closed holds nothing of use.
        }
    }
}
