package no.nullpunkt;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import no.nullpunkt.demonstration.WalkCommand;
import no.nullpunkt.shared.EmbeddedDatabase;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service, and first a database when none is configured. With {@code walk} as the first argument nothing is
 * started: the files named are walked against a service that runs elsewhere.
 */
@QuarkusMain
public class Nullpunkt {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("walk")) {
            System.exit(
                    new WalkCommand(System.out, System.err).run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            var directory = config.getValue("nullpunkt.data-directory", String.class);
            System.setProperty(JDBC_URL, EmbeddedDatabase.start(Path.of(directory)));
            System.setProperty("quarkus.datasource.username", EmbeddedDatabase.SERVING);
            System.setProperty("quarkus.flyway.username", EmbeddedDatabase.OWNER);
            System.setProperty("quarkus.flyway.password", "is not asked for");
            System.setProperty("nullpunkt.demonstration", "true");
            // Nobody watches a demonstration, and another may run beside it.
            System.setProperty("quarkus.management.port", "0");
        }
        Quarkus.run(arguments);
    }
}
