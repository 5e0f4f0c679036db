package no.nullpunkt.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** What must be right in the database that is to be served from, asked as the roles that serve and migrate. */
final class DatabaseRules {

    private static final int SECONDS = 10;

    private DatabaseRules() {}

    static List<String> faults(Settings settings) {
        var faults = new ArrayList<String>();
        var reached = ask(settings, "quarkus.datasource", "service", DatabaseRules::role, faults);
        if (reached && !settings.isOn("nullpunkt.demonstration")) {
            // The role that serves is given its rights only when the tables are migrated.
            var prefix = settings.has("quarkus.flyway.username") ? "quarkus.flyway" : "quarkus.datasource";
            ask(settings, prefix, "role that migrates", DatabaseRules::demonstrationAccounts, faults);
        }
        return faults;
    }

    private interface Question {
        void ask(Connection connection, List<String> faults) throws SQLException;
    }

    /** @return whether the database let the role in and answered */
    private static boolean ask(Settings settings, String prefix, String who, Question question, List<String> faults) {
        var properties = new Properties();
        settings.text(prefix + ".username").ifPresent(name -> properties.setProperty("user", name));
        settings.text(prefix + ".password").ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("connectTimeout", String.valueOf(SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(SECONDS));
        try (var connection =
                new Driver().connect(settings.text(Settings.JDBC_URL).orElseThrow(), properties)) {
            if (connection == null) {
                faults.add(
                        "quarkus.datasource.jdbc.url is no address of a PostgreSQL: it begins with jdbc:postgresql:");
                return false;
            }
            question.ask(connection, faults);
            return true;
        } catch (SQLException e) {
            faults.add("""
                    The database does not let the %s in: %s. See quarkus.datasource.jdbc.url, %s.username and \
                    .password.""".formatted(who, String.valueOf(e.getMessage()).replaceAll("\\s+", " "), prefix));
            return false;
        }
    }

    private static void role(Connection connection, List<String> faults) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select rolname, rolsuper or rolbypassrls,
                            exists (select from pg_tables where schemaname = current_schema() and tableowner = rolname)
                        from pg_roles where rolname = current_user
                        """)) {
            row.next();
            if (row.getBoolean(2)) {
                faults.add("""
                        The service would serve as %s, which row-level security does not hold, so nothing in the database \
                        keeps the municipalities apart. Serve as a role that is neither superuser nor has BYPASSRLS \
                        (quarkus.datasource.username), and let another own the tables and migrate \
                        (quarkus.flyway.username).""".formatted(row.getString(1)));
            }
            if (row.getBoolean(3)) {
                faults.add("""
                        %s serves and owns the tables too, so it could take row-level security off them. Let another role \
                        own them and migrate (quarkus.flyway.username); in the database, reassign owned by %1$s to it.""".formatted(row.getString(1)));
            }
        }
    }

    private static void demonstrationAccounts(Connection connection, List<String> faults) throws SQLException {
        if (!tells(connection, "select to_regclass('account') is not null")) {
            return;
        }
        // What row-level security would else hide.
        if (tells(connection, "select set_config('nullpunkt.reach', 'all', false) = 'all'")
                && tells(connection, "select exists (select from account where demonstration)")) {
            faults.add("""
                    The database has accounts of the demonstration, whose passwords are well known. Use a database that \
                    was never a demonstration, or remove them first: delete from account where demonstration""");
        }
    }

    private static boolean tells(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
