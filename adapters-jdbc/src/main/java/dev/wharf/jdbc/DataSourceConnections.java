package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of a pool that somebody else made. */
record DataSourceConnections(DataSource dataSource, Runnable closing) implements ConnectionSource {
    @Override
    public Connection take() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException e) {
            discard(connection);
            throw e;
        }
    }

    @Override
    public void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // What was to be done is done; the pool looks after its connections.
        }
    }

    @Override
    public void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException ignored) {
            // It is of no use any more either way.
        }
        giveBack(connection);
    }

    @Override
    public void close() {
        closing.run();
    }
}
