package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from and go back to. Safe for use by many threads. */
interface ConnectionSource {
    /** Lends a connection that commits every statement by itself. */
    Connection take() throws SQLException;

    /** Takes back a connection that is as it was lent. */
    void giveBack(Connection connection);

    /** Takes back a connection in an unknown state. */
    void discard(Connection connection);

    /** Closes what is idle now, and later what comes back. */
    void close();
}
