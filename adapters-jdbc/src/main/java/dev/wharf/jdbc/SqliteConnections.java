package dev.wharf.jdbc;

import dev.wharf.failure.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A few connections to one SQLite file, opened when first needed and kept: one for the change under way and the others for
 * readers, whom no change blocks.
 */
final class SqliteConnections implements ConnectionSource {
    private static final int MOST = 8;

    private final DataSource file;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    SqliteConnections(DataSource file) {
        this.file = file;
    }

    @Override
    public Connection take() throws SQLException {
        free.acquireUninterruptibly();
        try {
            Connection connection = pollIdle();
            return connection == null ? file.getConnection() : connection;
        } catch (SQLException | RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    private @Nullable Connection pollIdle() {
        synchronized (idle) {
            if (closed) {
                throw new StorageException("The catalog is closed: open it again.", null);
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
