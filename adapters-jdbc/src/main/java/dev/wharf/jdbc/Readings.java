package dev.wharf.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements outside a change. Each sees the state of its own moment. */
record Readings(Transactions transactions) implements Statements {
    @Override
    public <T> List<T> list(String sql, Row.Reading<T> reading, @Nullable Object... arguments) {
        return transactions.read(session -> session.list(sql, reading, arguments));
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        throw new IllegalStateException("nothing is changed outside a change");
    }
}
