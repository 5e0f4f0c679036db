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
        try (var statement = connection.prepareStatement(sql.text())) {
            for (var i = 0; i < sql.names().size(); i++) {
                set(statement, i + 1, sql.names().get(i), arguments);
            }
            try (var rows = statement.executeQuery()) {
                var records = new ArrayList<T>();
                var row = new Row(rows);
                while (rows.next()) {
                    records.add(mapping.of(row));
                }
                return records;
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
