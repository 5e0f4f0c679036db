package no.nullpunkt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;

/**
 * A real PostgreSQL for all tests, started once, unless a JDBC URL says which one to use. With {@code
 * -Dnullpunkt.partitioned=true} its values are partitioned by year, as an operator does it.
 */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null) {
            return Map.of();
        }
        try {
            var directory = Files.createTempDirectory("nullpunkt-test");
            var url = EmbeddedDatabase.start(directory.resolve("postgresql"));
            if (Boolean.getBoolean("nullpunkt.partitioned")) {
                Schema.migrate(url);
                Schema.partition(url);
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    url,
                    "quarkus.datasource.username",
                    EmbeddedDatabase.SERVING,
                    "quarkus.flyway.username",
                    EmbeddedDatabase.OWNER,
                    "quarkus.flyway.password",
                    "is not asked for");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server ends with the process. */
    @Override
    public void stop() {}
}
