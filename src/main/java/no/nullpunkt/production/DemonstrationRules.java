package no.nullpunkt.production;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.nullpunkt.shared.Loopback;

/** A demonstration has well-known passwords, so nobody but whoever starts it may reach it. */
final class DemonstrationRules {

    /** What nobody configures for a demonstration. */
    private static final List<String> IN_EARNEST = List.of(
            "nullpunkt.first-administrator.municipality", "nullpunkt.first-administrator.email", "nullpunkt.address");

    private DemonstrationRules() {}

    static List<String> faults(Settings settings) {
        var faults = new ArrayList<String>();
        if (!Loopback.is(settings.host())) {
            faults.add("""
                    This is the demonstration, whose passwords are well known, and quarkus.http.host=%s would let others \
                    reach it. Set quarkus.http.host=127.0.0.1, or configure a database of your own with \
                    quarkus.datasource.jdbc.url.""".formatted(settings.host()));
        }
        if (settings.isBehindProxy()) {
            faults.add("""
                    This is the demonstration, whose passwords are well known, and a proxy in front of it \
                    (quarkus.http.proxy.proxy-address-forwarding) would let others reach it. Configure a database of your \
                    own with quarkus.datasource.jdbc.url.""");
        }
        if (!settings.isOn("nullpunkt.demonstration")) {
            inEarnest(settings).findFirst().ifPresent(key -> faults.add("""
                    No database is configured, so this would be the demonstration, but %s says that it is meant in \
                    earnest. Configure quarkus.datasource.jdbc.url, or say nullpunkt.embedded-database=true to use the \
                    PostgreSQL that is brought along, or nullpunkt.demonstration=true if it is one.""".formatted(key)));
        }
        return faults;
    }

    private static Stream<String> inEarnest(Settings settings) {
        return Stream.concat(
                IN_EARNEST.stream().filter(settings::has),
                settings.providers().stream().map(name -> Settings.key(name, "issuer")));
    }
}
