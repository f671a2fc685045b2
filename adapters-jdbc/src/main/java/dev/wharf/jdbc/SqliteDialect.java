package dev.wharf.jdbc;

import dev.wharf.failure.Diagnosis;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite. Transactions are made by hand because the driver's own commit would at once begin, and so lock, the next. */
final class SqliteDialect implements Dialect {
    /** The low byte of an extended result code is the plain one. */
    private static final int PLAIN_CODE = 0xff;

    private final @Nullable Path file;

    /** That of any file. */
    SqliteDialect() {
        this(null);
    }

    /** That of one file, which its failures name in their causes. */
    SqliteDialect(@Nullable Path file) {
        this.file = file;
    }

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
    public Diagnosis explain(SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_FULL ->
                new Diagnosis("The disk that holds the catalog is full.", "Free some space, then try again.");
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new Diagnosis(
                        "The catalog's file is damaged, or is not a SQLite database.",
                        "Move it away. Restore the last backup.");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new Diagnosis(
                        "Another process has locked the catalog for too long.",
                        "Try again. If this happens again, look for a process that hangs.");
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new Diagnosis(
                        "The catalog's file cannot be opened for writing.",
                        "Check that its directory exists, and that this user may read and write both.");
            case SQLITE_IOERR ->
                new Diagnosis("The disk that holds the catalog failed to read or write.", "Check the disk.");
            default ->
                new Diagnosis(
                        "The catalog's database failed.",
                        "Try again. If this happens again, look for its error in the log.");
        };
    }

    @Override
    public Exception located(SQLException cause) {
        if (file == null) {
            return cause;
        }
        FileSystemException place = new FileSystemException(file.toString(), null, cause.getMessage());
        place.initCause(cause);
        return place;
    }
}
