package no.nullpunkt.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;
import org.flywaydb.core.Flyway;

/** What is done to the tables of a database that asks for no password, without a service. */
public final class Schema {

    private Schema() {}

    /** As a service does it when it starts. */
    public static void migrate(String jdbcUrl) {
        Flyway.configure()
                .dataSource(jdbcUrl, EmbeddedDatabase.OWNER, null)
                .placeholders(Map.of("serving", EmbeddedDatabase.SERVING))
                .load()
                .migrate();
    }

    /** As an operator divides the values by year. A service, or {@link #migrate}, gives the new tables their policies. */
    public static void partition(String jdbcUrl) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, EmbeddedDatabase.OWNER, null);
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("docker", "postgresql", "partition-by-year.sql")));
        }
    }
}
