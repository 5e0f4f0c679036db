package no.nullpunkt.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.PostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/** The floor: JDBC alone writes into the same table, with its triggers and in the role that serves. */
final class Bare {

    private static final int AT_ONCE = 1000;

    private final PostgresServer database;
    private final PGSimpleDataSource serving = new PGSimpleDataSource();

    Bare(PostgresServer database) {
        this.database = database;
        serving.setUrl(database.jdbcUrl());
        serving.setUser(EmbeddedDatabase.SERVING);
        serving.setOptions("-c nullpunkt.reach=all");
        serving.setReWriteBatchedInserts(true);
    }

    /** A connection on which every statement is a change of its own, without having to say so. */
    Connection connect() throws SQLException {
        var connection = serving.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('nullpunkt.changed_at', now()::text, false), set_config('nullpunkt.changed_by',"
                            + " '', false), set_config('nullpunkt.change_reason', '', false)");
        }
        return connection;
    }

    /** Inserts all entries, in batches and one transaction. */
    void write(List<Entry> entries) throws SQLException {
        try (var connection = serving.getConnection();
                var change = connection.prepareStatement("select begin_change(?, null, null)");
                var statement = connection.prepareStatement(Entry.INSERT)) {
            connection.setAutoCommit(false);
            change.setInt(1, entries.get(0).town().id());
            change.execute();
            int batched = 0;
            for (var entry : entries) {
                entry.set(statement);
                statement.addBatch();
                if (++batched % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    /** Makes the months after the last as empty as they were, of history too, which only a superuser can. */
    void empty(Town town) throws SQLException {
        try (var connection = database.asSuperuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : List.of("measurement", "measurement_history")) {
                statement.execute("delete from %s where municipality_id = %d and month > '%s'"
                        .formatted(table, town.id(), town.lastMonth().atDay(1)));
                statement.execute("vacuum analyze " + table);
            }
        }
    }
}
