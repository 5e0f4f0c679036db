package no.nullpunkt.shared;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, and first a database when none is configured. */
@QuarkusMain
public class Nullpunkt {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... arguments) throws IOException {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            var directory = config.getValue("nullpunkt.data-directory", String.class);
            System.setProperty(JDBC_URL, EmbeddedDatabase.start(Path.of(directory)));
            System.setProperty("quarkus.datasource.username", "postgres");
            System.setProperty("nullpunkt.demonstration", "true");
        }
        Quarkus.run(arguments);
    }
}
