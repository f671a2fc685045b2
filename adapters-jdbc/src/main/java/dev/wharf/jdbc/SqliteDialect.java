package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;

/** SQLite. Transactions are made by hand because the driver's own commit would at once begin, and so lock, the next. */
final class SqliteDialect implements Dialect {
    /** The low byte of an extended result code is the plain one. */
    private static final int PLAIN_CODE = 0xff;

    @Override
    public Map<String, String> placeholders() {
        return Map.of("position", "INTEGER PRIMARY KEY AUTOINCREMENT");
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Never: whoever holds the write lock is alone, and waiting for it is the busy timeout's affair. */
    @Override
    public boolean isCollision(SQLException failure) {
        return false;
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such table");
    }

    @Override
    public boolean isFull(SQLException failure) {
        return code(failure) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PLAIN_CODE);
    }

    @Override
    public String explain(SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_FULL -> "The disk that holds the catalog is full: free some space, then try again.";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                "The catalog's file is damaged, or is not a SQLite database: move it away and restore the last backup.";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "Another process has kept the catalog busy for too long: try again, and if this stays, look for a"
                        + " process that hangs.";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "The catalog's file cannot be opened for writing: check that its directory exists and that this user"
                        + " may read and write both.";
            case SQLITE_IOERR -> "The disk that holds the catalog failed to read or write: check the disk.";
            default -> "The catalog's database failed: try again, and if this stays, look for its error in the log.";
        };
    }
}
