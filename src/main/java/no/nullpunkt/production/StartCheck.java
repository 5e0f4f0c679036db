package no.nullpunkt.production;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;

/** Finds all that is wrong with a configuration, before anything is started. */
public final class StartCheck {

    private final Settings settings;

    public StartCheck(Config config) {
        this.settings = new Settings(config);
    }

    /** Whether the PostgreSQL that is brought along is to be started: no other is configured. */
    public boolean needsEmbeddedDatabase() {
        return !settings.has(Settings.JDBC_URL);
    }

    /** Whether what starts is a demonstration: it is called one, or there is no database and no word that there be none. */
    public boolean isDemonstration() {
        return settings.isOn("nullpunkt.demonstration")
                || (needsEmbeddedDatabase() && !settings.isOn("nullpunkt.embedded-database"));
    }

    /** What is wrong, each with what mends it. */
    public List<String> faults() {
        var faults = new ArrayList<>(
                isDemonstration() ? DemonstrationRules.faults(settings) : EarnestRules.faults(settings));
        if (!needsEmbeddedDatabase()) {
            faults.addAll(databaseFaults());
        }
        return faults;
    }

    /** The same of the database that the configuration names by now. */
    public List<String> databaseFaults() {
        return DatabaseRules.faults(settings);
    }

    /** One message for all of them. */
    public static String refusal(List<String> faults) {
        return IntStream.range(0, faults.size())
                .mapToObj(i -> "%3d. %s".formatted(i + 1, faults.get(i)))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "Nullpunkt refuses to start. "
                                + (faults.size() == 1 ? "This is" : faults.size() + " things are") + " wrong:"
                                + System.lineSeparator(),
                        System.lineSeparator() + "Nothing in the database was changed."));
    }
}
