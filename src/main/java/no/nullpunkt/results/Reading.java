package no.nullpunkt.results;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads rows of one municipality as of one instant, on one connection. Every statement is given both as {@code
 * :municipality} and {@code :asOf}; the instant, and not a transaction, makes the statements agree with each other.
 */
public final class Reading implements AutoCloseable {

    /** Makes a record of a row. */
    @FunctionalInterface
    public interface Mapping<T> {
        T of(Row row) throws SQLException;
    }

    private static final int ROWS_AT_ONCE = 2_000;

    private final int municipalityId;
    private final Instant asOf;
    private final Connection connection;

    public Reading(DataSource dataSource, int municipalityId, Instant asOf) {
        this.municipalityId = municipalityId;
        this.asOf = asOf;
        try {
            this.connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Instant asOf() {
        return asOf;
    }

    public <T> List<T> list(Sql sql, Mapping<T> mapping) {
        return list(sql, Map.of(), mapping);
    }

    /** All rows, in the order of the statement. */
    public <T> List<T> list(Sql sql, Map<String, ?> arguments, Mapping<T> mapping) {
        var records = new ArrayList<T>();
        read(sql, arguments, 0, mapping, records::add);
        return records;
    }

    /** The same one by one, for more rows than memory should hold; outside a transaction. */
    <T> void each(Sql sql, Map<String, ?> arguments, Mapping<T> mapping, Consumer<T> reader) {
        try {
            // The driver reads all rows at once unless they are a transaction's.
            connection.setAutoCommit(false);
            try {
                read(sql, arguments, ROWS_AT_ONCE, mapping, reader);
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> void read(Sql sql, Map<String, ?> arguments, int atOnce, Mapping<T> mapping, Consumer<T> reader) {
        try (var statement = connection.prepareStatement(sql.text())) {
            for (var i = 0; i < sql.names().size(); i++) {
                set(statement, i + 1, sql.names().get(i), arguments);
            }
            statement.setFetchSize(atOnce);
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) {
                    reader.accept(mapping.of(row));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void set(PreparedStatement statement, int place, String name, Map<String, ?> arguments)
            throws SQLException {
        switch (name) {
            case "municipality" -> statement.setInt(place, municipalityId);
            case "asOf" -> statement.setObject(place, asOf.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(place, arguments.get(name));
        }
    }

    /** The values as an array of a type of the database. */
    public Array array(String type, Collection<?> values) {
        try {
            return connection.createArrayOf(type, values.toArray());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The database could not be read", cause);
    }
}
