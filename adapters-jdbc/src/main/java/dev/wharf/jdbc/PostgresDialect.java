package dev.wharf.jdbc;

import dev.wharf.failure.Diagnosis;
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
    public Diagnosis explain(SQLException failure) {
        String state = state(failure);
        if (isCollision(failure)) {
            return new Diagnosis("Too many changes were made to the catalog at once.", "Try again.");
        }
        if (state.equals(DISK_FULL)) {
            return new Diagnosis(
                    "The disk of the catalog's database server is full.", "Free some space there, then try again.");
        }
        if (state.equals("55P03")) {
            return new Diagnosis(
                    "Another server has locked the catalog for too long.",
                    "Try again. If this happens again, look for a server that hangs.");
        }
        if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
            return new Diagnosis(
                    "The catalog's database server refuses the connection.",
                    "Check the database's name, the user, the password and the user's rights.");
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")) {
            return new Diagnosis(
                    "The catalog's database server cannot be reached, or accepts no more connections.",
                    "Check that it runs, and its address. Then try again.");
        }
        return new Diagnosis(
                "The catalog's database failed.", "Try again. If this happens again, look for its error in the log.");
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
