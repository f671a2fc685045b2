package dev.wharf.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionName;
import dev.wharf.model.DestinationId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The millionth package's page costs what the first does: nothing is scanned from its beginning, nothing sorted. */
class SqliteQueryPlanTest {
    private static final DestinationId DESTINATION = new DestinationId("warehouse");
    private static final ConnectionName NAME = new ConnectionName("orders");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void create() {
        file = directory.resolve("catalog.db");
        JdbcCatalog.sqlite(file).close();
    }

    static Stream<String> statements() {
        return Stream.of(
                PackageRows.FIND,
                PackageRows.LIST,
                ArchiveRows.REFERS,
                ArchiveRows.NEEDS,
                ConnectionRows.FIND,
                ConnectionRows.CLAIMANT,
                ConnectionRows.listing(ConnectionFilter.ALL),
                ConnectionRows.listing(new ConnectionFilter(DESTINATION, null)),
                ConnectionRows.listing(new ConnectionFilter(null, NAME)),
                ConnectionRows.listing(new ConnectionFilter(DESTINATION, NAME)),
                SecretRows.LIST,
                SecretRows.NEXT_KEY,
                DestinationRows.FIND,
                DestinationRows.FIND_BY_NAME,
                DestinationRows.LIST,
                AuditRows.LIST,
                BegunRows.LIST,
                BegunRows.FIND_BY_KEY,
                UploadRows.FIND,
                DeployRows.LIST,
                DeployRows.FIND,
                ArchiveRows.DEPLOYED,
                ApiKeyRows.FIND);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_lookup_or_a_page_goes_straight_to_its_rows(String sql) throws SQLException {
        assertThat(plan(sql))
                .isNotEmpty()
                .anyMatch(step -> step.startsWith("SEARCH"))
                // "serving" are the connections of one package, which a SEARCH has found.
                .noneMatch(step -> step.startsWith("SCAN")
                        && !List.of("SCAN CONSTANT ROW", "SCAN serving").contains(step))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @ParameterizedTest
    @MethodSource("withoutAnIndex")
    void the_plans_of_other_statements_would_be_noticed(String sql) throws SQLException {
        assertThat(plan(sql)).anyMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
    }

    static Stream<String> withoutAnIndex() {
        return Stream.of(
                "SELECT * FROM packages WHERE created_by = ?",
                "SELECT * FROM packages WHERE position > ? ORDER BY created_at LIMIT 1",
                "SELECT * FROM packages ORDER BY position LIMIT 10 OFFSET 1000000");
    }

    private List<String> plan(String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = new SqliteFile(file).open().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (result.next()) {
                steps.add(result.getString("detail"));
            }
        }
        return steps;
    }
}
