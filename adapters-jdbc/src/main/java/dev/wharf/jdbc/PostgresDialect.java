package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL. A change locks the table {@code writers} before its snapshot is taken, so changes queue up instead of
 * colliding; SERIALIZABLE guards against whoever writes without queueing.
 */
final class PostgresDialect implements Dialect {
    private static final Set<String> SERIALIZATION_FAILURE_OR_DEADLOCK = Set.of("40001", "40P01");

    /** Every constraint is checked by reading before it can be violated: that it is violated means the reading is stale. */
    private static final Set<String> UNIQUE_OR_FOREIGN_KEY_VIOLATION = Set.of("23505", "23503");

    private static final String DISK_FULL = "53100";

    private static final String BEGIN =
            """
            SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
            SET LOCAL lock_timeout = '60s';
            SET LOCAL idle_in_transaction_session_timeout = '60s';
            LOCK TABLE writers IN SHARE ROW EXCLUSIVE MODE
            """;

    @Override
    public Map<String, String> placeholders() {
        return Map.of("position", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN);
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public boolean isCollision(SQLException failure) {
        String state = state(failure);
        return SERIALIZATION_FAILURE_OR_DEADLOCK.contains(state) || UNIQUE_OR_FOREIGN_KEY_VIOLATION.contains(state);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return state(failure).equals("42P01");
    }

    @Override
    public boolean isFull(SQLException failure) {
        return state(failure).equals(DISK_FULL);
    }

    @Override
    public String explain(SQLException failure) {
        String state = state(failure);
        if (isCollision(failure)) {
            return "Too many changes were made to the catalog at once: try again.";
        }
        if (state.equals(DISK_FULL)) {
            return "The disk of the catalog's database server is full: free some space there, then try again.";
        }
        if (state.equals("55P03")) {
            return "Another server has kept the catalog busy for too long: try again, and if this stays, look for a"
                    + " server that hangs.";
        }
        if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
            return "The catalog's database server refuses: check the database's name, the user, the password and the"
                    + " user's rights.";
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
            return "The catalog's database server cannot be reached, or takes no more connections: check that it runs"
                    + " and its address, then try again.";
        }
        return "The catalog's database failed: try again, and if this stays, look for its error in the log.";
    }

    /** The state of the innermost failure that has one: a pool wraps what the server said. */
    private static String state(SQLException failure) {
        String state = "";
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e && e.getSQLState() != null) {
                state = e.getSQLState();
            }
        }
        return state;
    }
}
