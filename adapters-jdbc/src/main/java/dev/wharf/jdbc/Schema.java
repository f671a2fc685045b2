package dev.wharf.jdbc;

import dev.wharf.failure.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The tables, brought up to date. Most starts find them so, and one plain statement tells; only else is Flyway, whose
 * classes cost far more than that to load, asked to work.
 */
record Schema(DataSource dataSource, Dialect dialect) {
    /** The version of the newest migration. */
    static final int VERSION = 9;

    /**
     * Whether the tables are those of this program.
     *
     * @throws StorageException if a newer program has changed them
     */
    boolean isCurrent() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return isCurrent(statement);
        } catch (SQLException e) {
            throw dialect.failure(e);
        }
    }

    private boolean isCurrent(Statement statement) throws SQLException {
        try (ResultSet history = statement.executeQuery(
                "SELECT version, success FROM flyway_schema_history WHERE version IS NOT NULL")) {
            boolean current = false;
            boolean sound = true;
            while (history.next()) {
                int version = Integer.parseInt(history.getString("version"));
                if (version > VERSION) {
                    throw new StorageException(
                            "The catalog was last used by a newer version of Wharf.", "Update this one.", null);
                }
                current |= version == VERSION;
                sound &= history.getBoolean("success");
            }
            return current && sound;
        } catch (SQLException e) {
            if (dialect.isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Brings the tables up to date if they are not. */
    void ensureCurrent() {
        if (!isCurrent()) {
            Migration.run(dataSource, dialect);
        }
    }
}
