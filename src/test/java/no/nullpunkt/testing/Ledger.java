package no.nullpunkt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.nullpunkt.testing.ServedMunicipality.Series;

/** What the service has acknowledged, as its clients remember it. */
public final class Ledger {

    /** The value of a month of a series. */
    public record Point(Series series, String month) {}

    private final Map<Point, List<Integer>> values = new ConcurrentHashMap<>();
    private final Map<String, String> costs = new ConcurrentHashMap<>();

    /** The value is acknowledged. */
    public void value(Point point, int value) {
        values.computeIfAbsent(point, key -> new ArrayList<>()).add(value);
    }

    /** How often the value has been written. */
    public int versions(Point point) {
        return values.getOrDefault(point, List.of()).size();
    }

    /** The cost is acknowledged, with the id that the answer told. */
    public void cost(String description, String id) {
        costs.put(description, id);
    }

    public int acknowledged() {
        return values.values().stream().mapToInt(List::size).sum() + costs.size();
    }

    /** Every acknowledged value and cost is there, once, in its order, with its history, and nothing else is. */
    public void mustStandIn(PostgresServer database) throws SQLException {
        valuesMustStandIn(database, "0001-01");
        assertEquals(new TreeMap<>(costs), storedCosts(database), "costs");
    }

    /** The same of the values of a month and those after it. */
    public void valuesMustStandIn(PostgresServer database, String firstMonth) throws SQLException {
        var stored = storedValues(database, firstMonth);
        var expected = new HashMap<>(values);
        assertEquals(expected.size(), stored.size(), "values");
        expected.forEach((point, written) -> assertEquals(written, stored.get(point), point.toString()));
        assertTrue(acknowledged() > 0, "something was written");
    }

    /** All versions of each value, which are numbered without a gap; of a ratio its numerator. */
    private static Map<Point, List<Integer>> storedValues(PostgresServer database, String firstMonth)
            throws SQLException {
        var stored = new HashMap<Point, List<Integer>>();
        try (var connection = database.asSuperuser().getConnection();
                var asked = connection.prepareStatement("""
                        select indicator_id, unit_id, to_char(month, 'YYYY-MM'), m.version, coalesce(value, numerator),
                            m.changed_at < superseded_at
                        from measurement_versions m
                        join series s on s.municipality_id = m.municipality_id and s.id = m.series_id
                        where to_char(month, 'YYYY-MM') >= ?
                        order by m.changed_at
                        """)) {
            asked.setString(1, firstMonth);
            var row = asked.executeQuery();
            while (row.next()) {
                var series = new Series(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                var versions = stored.computeIfAbsent(new Point(series, row.getString(3)), key -> new ArrayList<>());
                assertEquals(versions.size(), row.getInt(4), "the version after the one before");
                assertTrue(row.getBoolean(6), "times only go forward");
                versions.add(row.getObject(5, BigDecimal.class).intValueExact());
            }
        }
        return stored;
    }

    /** Ids by description; each is also what the remembered answer of its Idempotency-Key tells. */
    private static Map<String, String> storedCosts(PostgresServer database) throws SQLException {
        var stored = new TreeMap<String, String>();
        try (var connection = database.asSuperuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select description, id, (
                            select count(*) from remembered_answer where key = description and status = 201
                                and body::json ->> 'id' = cost.id::text) as answers
                        from cost
                        """)) {
            while (row.next()) {
                assertEquals(1, row.getInt(3), "remembered answers of " + row.getString(1));
                assertEquals(null, stored.put(row.getString(1), row.getString(2)), "twice " + row.getString(1));
            }
        }
        return stored;
    }
}
