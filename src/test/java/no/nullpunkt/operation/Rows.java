package no.nullpunkt.operation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/** What stands in the tables of a database that hold what municipalities recorded, as its superuser sees it. */
final class Rows {

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and exists (
                select from pg_attribute where attrelid = pg_class.oid and attname = 'municipality_id' and not attisdropped)
            order by relname
            """;

    /** What was called otherwise once. */
    private static final Map<String, String> RENAMED = Map.of("invitation", "password_link");

    private final PGSimpleDataSource database;

    Rows(PGSimpleDataSource database) {
        this.database = database;
    }

    List<String> tables() {
        return list(TABLES);
    }

    /** The rows of each table that has any, as one JSON array. */
    Map<String, String> read() {
        var rows = new TreeMap<String, String>();
        for (var table : tables()) {
            var all = one("select jsonb_agg(to_jsonb(it) order by to_jsonb(it)) from %s it".formatted(table));
            if (all != null) {
                rows.put(table, all);
            }
        }
        return rows;
    }

    /** The rows that are not there, or not as they were: what is added to them since does not count. */
    Map<String, String> lost(Map<String, String> earlier) {
        var lost = new TreeMap<String, String>();
        earlier.forEach((table, rows) -> {
            var missing = one("""
                            select jsonb_agg(earlier) from jsonb_array_elements(?::jsonb) as earlier
                            where not exists (select from %s it where to_jsonb(it) @> earlier)
                            """.formatted(RENAMED.getOrDefault(table, table)), rows);
            if (missing != null) {
                lost.put(table, missing);
            }
        });
        return lost;
    }

    String one(String sql, String... values) {
        return list(sql, values).get(0);
    }

    List<String> list(String sql, String... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The tables that the role which serves is shown rows of without having said what it reaches, and those unguarded. */
    List<String> unguarded() {
        var serving = new PGSimpleDataSource();
        serving.setUrl(database.getUrl());
        serving.setUser("nullpunkt");
        var shown = new Rows(serving);
        var unguarded = new ArrayList<>(list("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)
                    and relname = any (string_to_array(?, ','))
                """, String.join(",", tables())));
        unguarded.remove("municipality_number");
        for (var table : tables()) {
            if (!table.equals("municipality_number")
                    && !shown.one("select count(*) from " + table).equals("0")) {
                unguarded.add(table);
            }
        }
        return unguarded;
    }
}
