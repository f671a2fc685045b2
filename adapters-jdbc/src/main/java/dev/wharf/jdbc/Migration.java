package dev.wharf.jdbc;

import dev.wharf.failure.Diagnosis;
import dev.wharf.failure.StorageException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The only class that knows Flyway, so that Flyway is loaded only where this is. */
final class Migration {
    private Migration() {}

    static void run(DataSource dataSource, Dialect dialect) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/wharf")
                    .placeholders(dialect.placeholders())
                    .validateMigrationNaming(true)
                    // Without a logger of the app's choosing this is silent; Flyway's own choice would print paths.
                    .loggers("slf4j")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            Diagnosis why = explain(e, dialect);
            throw new StorageException(why.problem(), why.hint(), e);
        }
    }

    private static Diagnosis explain(FlywayException failure, Dialect dialect) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException e) {
                return dialect.explain(e);
            }
        }
        return new Diagnosis(
                "The catalog's tables cannot be updated.",
                "Give Wharf an empty database of its own, or restore the last backup.");
    }
}
