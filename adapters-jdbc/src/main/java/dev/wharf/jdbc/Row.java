package dev.wharf.jdbc;

import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The present row of a result, read as the values of the domain. */
record Row(ResultSet result) {
    /** Makes something of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    long position() throws SQLException {
        return result.getLong("position");
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    <T> @Nullable T orNull(String column, Function<String, T> of) throws SQLException {
        String text = result.getString(column);
        return text == null ? null : of.apply(text);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    @Nullable
    Boolean flagOrNull(String column) throws SQLException {
        boolean flag = result.getBoolean(column);
        return result.wasNull() ? null : flag;
    }

    @Nullable
    Integer numberOrNull(String column) throws SQLException {
        int number = result.getInt(column);
        return result.wasNull() ? null : number;
    }

    Sha256 sha256(String column) throws SQLException {
        return new Sha256(text(column));
    }

    UserId user(String column) throws SQLException {
        return new UserId(text(column));
    }

    Instant moment(String column) throws SQLException {
        return Moments.fromMicros(result.getLong(column));
    }

    @Nullable
    Instant momentOrNull(String column) throws SQLException {
        long micros = result.getLong(column);
        return result.wasNull() ? null : Moments.fromMicros(micros);
    }
}
