package dev.wharf.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.StorageException;
import java.sql.SQLException;

/** The only class that knows HikariCP, so that the embedded catalog never loads it. */
final class PostgresPool {
    private static final int MOST_CONNECTIONS = 10;

    private PostgresPool() {}

    static DataSourceConnections open(String url, String user, String password, Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("wharf-catalog");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            return new DataSourceConnections(pool, pool::close);
        } catch (HikariPool.PoolInitializationException e) {
            SQLException cause = e.getCause() instanceof SQLException known ? known : new SQLException(e);
            Diagnosis why = dialect.explain(cause);
            throw new StorageException(why.problem(), why.hint(), e);
        }
    }
}
