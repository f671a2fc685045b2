package dev.wharf.jdbc;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.StorageException;
import dev.wharf.failure.StorageException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** All in which the databases differ. */
interface Dialect {
    /** What stands for {@code ${…}} in the migrations. */
    Map<String, String> placeholders();

    /** Begins a transaction after which no other change can begin before this one ends. */
    void begin(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    /** Undoes the transaction; afterwards the connection is as good as new, or this throws. */
    void rollBack(Connection connection) throws SQLException;

    /** Whether another change got in the way, so that the same change may succeed when it is run again. */
    boolean isCollision(SQLException failure);

    boolean isMissingTable(SQLException failure);

    /** Whether there is no room left for what was to be written. */
    boolean isFull(SQLException failure);

    /** The failure to report. */
    default StorageException failure(SQLException cause) {
        Diagnosis why = explain(cause);
        return new StorageException(
                isFull(cause) ? Reason.FULL : Reason.OTHER, why.problem(), why.hint(), located(cause));
    }

    /** What is wrong and what to do, in words that may be shown to anybody. */
    Diagnosis explain(SQLException failure);

    /** The cause that a failure is given, which names the catalog's file where it is one. */
    default Exception located(SQLException cause) {
        return cause;
    }
}
