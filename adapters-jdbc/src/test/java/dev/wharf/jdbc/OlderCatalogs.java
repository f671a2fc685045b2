package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database as an earlier version of Wharf left it, with data in everything that version had: a package of one connection, one that two
 * share, one that is free.
 */
record OlderCatalogs(DataSource dataSource, Dialect dialect) {
    static final String HASH = Samples.hash("code").hex();

    /** What is written from which version on. Values are those that its program wrote. */
    private record Step(int since, String table, List<String> statements) {}

    private static final List<Step> STEPS = List.of(
            new Step(
                    1,
                    "packages",
                    List.of(
                            "INSERT INTO packages (id, sha256, created_by, last_updated_by, created_at, updated_at) VALUES"
                                    + " ('own', '%1$s', 'ann', 'bob', 1, 2), ('shared', '%1$s', 'ann', 'ann', 3, 3),"
                                    + " ('free', '%1$s', 'ann', 'ann', 4, 4)")),
            new Step(
                    1,
                    "destinations",
                    List.of("INSERT INTO destinations (id, name, created_at) VALUES ('quay', 'Prod (EU)', 5)")),
            new Step(
                    1,
                    "connections",
                    List.of("INSERT INTO connections (id, destination_id, name, package_id, exclusive_package_id,"
                            + " python_version, paused, sync_frequency_minutes, secret_keys, created_by, created_at) VALUES"
                            + " ('alone', 'quay', 'tides', 'own', 'own', '3.12', true, 60, 'api_key\ntoken\n', 'ann', 6),"
                            + " ('one', 'quay', 'waves', 'shared', NULL, NULL, false, NULL, '', 'bob', 7),"
                            + " ('two', 'quay', 'winds', 'shared', NULL, NULL, false, 360, '', NULL, 8),"
                            + " ('bare', 'quay', 'rains', NULL, NULL, NULL, false, NULL, '', 'bob', 9)")),
            new Step(1, "releases", List.of("INSERT INTO releases (sha256, released_at) VALUES ('%1$s', 10)")),
            new Step(
                    1,
                    "api_keys",
                    List.of(
                            "INSERT INTO api_keys (id, secret_hash, user_id, role, created_at, revoked_at) VALUES"
                                    + " ('key', 'hash', 'ann', 'ADMIN', 11, NULL), ('old', 'hash', 'bob', 'DEPLOYER', 11, 12)")),
            new Step(
                    1,
                    "audit",
                    List.of(
                            "INSERT INTO audit (recorded_at, user_id, action, subject, from_sha256, to_sha256, detail) VALUES"
                                    + " (13, 'ann', 'PACKAGE_CREATED', 'own', NULL, '%1$s', NULL)")),
            new Step(
                    3,
                    "changes_begun",
                    List.of("INSERT INTO changes_begun (id, begun_at, user_id, action, subject, from_sha256, to_sha256,"
                            + " upload_key, under_way_until) VALUES"
                            + " ('change', 14, 'ann', 'PACKAGE_UPDATED', 'own', '%1$s', '%1$s', NULL, 15)")),
            new Step(
                    3,
                    "keyed_uploads",
                    List.of("INSERT INTO keyed_uploads (user_id, upload_key, sha256, package_id, made_at) VALUES"
                            + " ('ann', 'upload-1', '%1$s', 'own', 16)")),
            new Step(
                    4,
                    "connections",
                    List.of("UPDATE connections SET naming = 'SOURCE', networking_method = 'ProxyAgent',"
                            + " proxy_agent_id = 'agent', private_link_id = 'link', hybrid_deployment_agent_id = 'hybrid'"
                            + " WHERE id = 'alone'")),
            new Step(
                    5,
                    "connection_secrets",
                    List.of("INSERT INTO connection_secrets (connection_id, place, name, key_id, sealed) VALUES"
                            + " ('alone', 0, 'api_key\n', 'k', 'sealed-1'), ('alone', 1, 'token\n', 'k', 'sealed-2')")),
            new Step(
                    6,
                    "deploys",
                    List.of(
                            "INSERT INTO deploys (id, connection_id, begun_at, user_id, destination_name, connection_name,"
                                    + " package_id, state, from_sha256, to_sha256, commit_name, branch, modified, settings, note,"
                                    + " keeps) VALUES ('deploy', 'alone', 17, 'ann', 'Prod (EU)', 'tides', 'own', 'CREATED', NULL,"
                                    + " '%1$s', 'c0ffee', 'main', false, 'paused\n', NULL, true)")),
            new Step(
                    7,
                    "connections",
                    List.of(
                            "UPDATE connections SET proxy_host_config_key = 'host', schedule_type = 'manual',"
                                    + " daily_sync_time = '03:00', pause_after_trial = true, data_delay_sensitivity = 'LOW',"
                                    + " data_delay_threshold = 30, other_fields = '{\"label\":\"T\\u00fcr\"}' WHERE id = 'alone'")),
            new Step(
                    8,
                    "connection_syncs",
                    List.of(
                            "INSERT INTO connection_syncs (connection_id, ends_at, succeeds, historical, succeeded_before,"
                                    + " failed_before) VALUES ('alone', 18, true, false, 17, NULL)")),
            new Step(
                    8,
                    "connection_states",
                    List.of(
                            "INSERT INTO connection_states (connection_id, state) VALUES ('alone', '{\"cursor\":\"4\"}')")));

    /** Makes it. */
    void fill(int version) throws SQLException {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/wharf")
                .placeholders(dialect.placeholders())
                .target(String.valueOf(version))
                .load()
                .migrate();
        for (Step step : STEPS) {
            if (step.since() <= version) {
                for (String sql : step.statements()) {
                    execute(sql.replace("%1$s", HASH));
                }
            }
        }
    }

    /** Every row of every table there was at a version. */
    Map<String, List<Map<String, Object>>> rows(int version) throws SQLException {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        for (Step step : STEPS) {
            if (step.since() <= version) {
                tables.put(step.table(), rows("SELECT * FROM " + step.table() + " ORDER BY 1, 2"));
            }
        }
        return tables;
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnName(column), found.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
