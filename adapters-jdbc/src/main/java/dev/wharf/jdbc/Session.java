package dev.wharf.jdbc;

import dev.wharf.failure.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection, for one reading or one change. Remembers the first failure, because a transaction in
 * which a statement failed must not be committed even if the change's work went on regardless.
 */
final class Session implements Statements {
    private final Connection connection;
    private final Dialect dialect;
    private @Nullable SQLException failure;
    private boolean ended;

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Nullable
    SQLException failure() {
        return failure;
    }

    /** From now on the connection is somebody else's. */
    void end() {
        ended = true;
    }

    @Override
    public <T> List<T> list(String sql, Row.Reading<T> reading, @Nullable Object... arguments) {
        if (!canBeFound(arguments)) {
            return List.of();
        }
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(read(new Row(result), reading));
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean canBeFound(@Nullable Object... arguments) {
        for (Object argument : arguments) {
            if (argument != null && !KeptText.isKept(argument.toString())) {
                return false;
            }
        }
        return true;
    }

    private static <T> T read(Row row, Row.Reading<T> reading) throws SQLException {
        try {
            return reading.of(row);
        } catch (RuntimeException e) {
            throw new StorageException(
                    "The catalog holds a value that Wharf did not write.", "Restore the last backup.", e);
        }
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        if (ended) {
            throw new IllegalStateException("the change is over");
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                bind(statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setLong(index, Moments.toMicros(instant));
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            statement.setObject(index, value);
        } else {
            // Ids, names, hashes and enums all print as exactly their text.
            statement.setString(index, value.toString());
        }
    }

    private StorageException failed(SQLException e) {
        if (failure == null) {
            failure = e;
        }
        return dialect.failure(e);
    }
}
