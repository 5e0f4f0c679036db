package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;

/**
 * Whether the tables can be partitioned, and distributed by municipality, as they stand: whatever is unique is so within
 * a municipality, and rows refer to rows of the same one.
 */
@QuarkusTest
class DistributionTest {

    private static final String TABLES = """
            with tables as (
                select oid, relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                    and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'municipality_id'
                        and not attisdropped)
            )
            """;

    private static final String UNIQUE = TABLES + """
            select relname, pg_get_indexdef(indexrelid) from tables join pg_index on indrelid = oid
            where (indisunique or indisexclusion) and (indisprimary or :all) and not exists (
                select from pg_attribute
                where attrelid = oid and attname = 'municipality_id' and attnum = any (indkey::int2[]))
            """;

    private static final String REFERENCES = TABLES + """
            select tables.relname, pg_get_constraintdef(c.oid)
            from tables
            join pg_constraint c on conrelid = tables.oid and contype = 'f'
            join tables referred on referred.oid = confrelid
            where not exists (
                select from unnest(conkey, confkey) as pair (own, other)
                join pg_attribute a on a.attrelid = conrelid and a.attnum = own and a.attname = 'municipality_id'
                join pg_attribute b on b.attrelid = confrelid and b.attnum = other and b.attname = 'municipality_id')
            """;

    /** Small tables that are asked before anyone knows of which municipality the question is, and so stay whole. */
    private static final Map<String, String> FOUND_BY_SOMETHING_ELSE = new TreeMap<>(Map.of(
            "account", "an e-mail has one account in all of the country",
            "calendar_feed", "a calendar is found by its secret",
            "identity", "a provider knows a person by one subject",
            "municipality_number", "it tells which municipality a number means",
            "page_session", "a browser is known by its secret",
            "password_link", "a link is found by its code",
            "password_mail", "whoever has forgotten a password has no municipality yet"));

    /** What municipalities have with each other, of which there are few rows: copied to wherever the others are. */
    private static final Map<String, String> BETWEEN_MUNICIPALITIES = new TreeMap<>(Map.of(
            "report_share", "shared with a network that another hosts",
            "unit", "came by a transfer that another offered"));

    private static List<String> tables(String question) throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = OwnerDatabase.source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Test
    void whateverIsUniqueIsSoWithinAMunicipality() throws SQLException {
        assertEquals(FOUND_BY_SOMETHING_ELSE.keySet(), new TreeSet<>(tables(UNIQUE.replace(":all", "true"))));
    }

    @Test
    void rowsReferToRowsOfTheSameMunicipality() throws SQLException {
        assertEquals(BETWEEN_MUNICIPALITIES.keySet(), new TreeSet<>(tables(REFERENCES)));
    }

    @Test
    void everythingThatGrowsWithTimeCarriesTheMunicipalityInItsPrimaryKey() throws SQLException {
        assertEquals(
                List.of("account", "municipality_number", "password_link", "password_mail"),
                tables(UNIQUE.replace(":all", "false") + " order by relname"));
    }
}
