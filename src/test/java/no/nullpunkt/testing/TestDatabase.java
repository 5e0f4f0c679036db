package no.nullpunkt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;

/** A real PostgreSQL for all tests, started once, unless a JDBC URL says which one to use. */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null) {
            return Map.of();
        }
        try {
            var directory = Files.createTempDirectory("nullpunkt-test");
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    EmbeddedDatabase.start(directory.resolve("postgresql")),
                    "quarkus.datasource.username",
                    EmbeddedDatabase.SERVING,
                    "quarkus.flyway.username",
                    EmbeddedDatabase.OWNER,
                    "quarkus.flyway.password",
                    "is not asked for");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server ends with the process. */
    @Override
    public void stop() {}
}
