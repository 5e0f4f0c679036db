package no.nullpunkt.benchmark;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Municipalities that are made up, with everything that figures are made of, loaded by COPY: the same for the same seed
 * and last month. Each has 20 units that measure, an owner for each, and as many indicators as its series ask for. One
 * value in a hundred is missing, one not measured, and one in twenty was corrected, with its history.
 *
 * <p>From the command line: {@code Norway JDBC-URL municipalities series months}, into a migrated database that is brought along.
 */
public final class Norway {

    /** How many municipalities there are, and what one of them has. */
    public record Size(int municipalities, int series, int months) {

        public static final Size MUNICIPALITY = new Size(1, 1000, 36);
        public static final Size COUNTY = new Size(20, 1000, 36);
        public static final Size COUNTRY = new Size(357, 1000, 36);
        public static final Size COUNTRY_FOR_TEN_YEARS = new Size(357, 1000, 120);

        public Size {
            if (series % Town.UNITS != 0) {
                throw new IllegalArgumentException("Series come in " + Town.UNITS + "s");
            }
        }
    }

    /** Every person's. */
    public static final String PASSWORD = "measured and found fast";

    private static final int FIRST_NUMBER = 7001;

    private Norway() {}

    /** As {@link #load(String, Size, YearMonth, long)}, up to the month before this one. */
    public static List<Town> load(String url, Size size) throws SQLException {
        return load(url, size, YearMonth.now().minusMonths(1), 20261122);
    }

    /**
     * @param url of a migrated database whose superuser {@code postgres} is asked for no password, as the embedded one:
     *     triggers are passed by, so the rows bring their own times
     * @param last the last month with values
     */
    public static List<Town> load(String url, Size size, YearMonth last, long seed) throws SQLException {
        var towns = new ArrayList<Town>();
        try (var connection = DriverManager.getConnection(url, "postgres", null);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var technologies = technologies(statement);
            var hash = BcryptUtil.bcryptHash(PASSWORD, 12);
            var id = number(statement, "select coalesce(max(id), 0) + 1 from municipality");
            var series = number(statement, "select coalesce(max(id), 0) + 1 from series");
            var number =
                    FIRST_NUMBER + number(statement, "select count(*) from municipality_number where number >= '7001'");
            for (int i = 0; i < size.municipalities(); i++) {
                var town = new Town((int) id + i, String.valueOf(number + i), series, size, last, technologies);
                connection.setAutoCommit(false);
                new TownRows(town, seed + i).copy(connection, hash);
                connection.commit();
                series += size.series();
                towns.add(town);
            }
            connection.setAutoCommit(true);
            statement.execute("select setval(pg_get_serial_sequence('municipality', 'id'), max(id)) from municipality");
            statement.execute("select setval(pg_get_serial_sequence('series', 'id'), max(id)) from series");
            statement.execute("vacuum analyze");
        }
        return towns;
    }

    private static List<String> technologies(Statement statement) throws SQLException {
        var codes = new ArrayList<String>();
        try (var rows = statement.executeQuery("select code from technology order by display_order limit 10")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private static long number(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public static void main(String... arguments) throws SQLException {
        var size = new Size(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        var start = System.nanoTime();
        load(arguments[0], size);
        System.out.printf("%s loaded in %d s%n", size, (System.nanoTime() - start) / 1_000_000_000);
    }
}
