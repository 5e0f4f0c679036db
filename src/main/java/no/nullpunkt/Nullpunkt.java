package no.nullpunkt;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import no.nullpunkt.demonstration.WalkCommand;
import no.nullpunkt.production.StartCheck;
import no.nullpunkt.shared.EmbeddedDatabase;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service where nothing is wrong, and first a database when none is configured. With {@code walk} as the first argument nothing is
 * started: the files named are walked against a service that runs elsewhere.
 */
@QuarkusMain
public class Nullpunkt {

    public static void main(String... arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("walk")) {
            System.exit(
                    new WalkCommand(System.out, System.err).run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        var config = ConfigProvider.getConfig();
        var check = new StartCheck(config);
        refuseIf(check.faults());
        if (check.needsEmbeddedDatabase()) {
            var demonstration = check.isDemonstration();
            var directory = config.getValue("nullpunkt.data-directory", String.class);
            System.setProperty("quarkus.datasource.jdbc.url", EmbeddedDatabase.start(Path.of(directory)));
            System.setProperty("quarkus.datasource.username", EmbeddedDatabase.SERVING);
            System.setProperty("quarkus.flyway.username", EmbeddedDatabase.OWNER);
            System.setProperty("quarkus.flyway.password", "is not asked for");
            System.setProperty("nullpunkt.demonstration", String.valueOf(demonstration));
            if (demonstration) {
                // Nobody watches a demonstration, and another may run beside it.
                System.setProperty("quarkus.management.port", "0");
                // Nor its log of a thousand requests, which would hide how to sign in.
                System.setProperty("quarkus.http.access-log.enabled", "false");
            }
            refuseIf(check.databaseFaults());
        }
        Quarkus.run(arguments);
    }

    private static void refuseIf(List<String> faults) {
        if (!faults.isEmpty()) {
            System.err.println(StartCheck.refusal(faults));
            System.exit(1);
        }
    }
}
