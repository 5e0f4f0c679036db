package no.nullpunkt.demonstration;

import java.util.Optional;
import no.nullpunkt.shared.Loopback;
import no.nullpunkt.shared.ServingRole;

/** When the service refuses to start: what is well known is for one's own machine only. */
final class StartUpRules {

    private StartUpRules() {}

    /**
     * Why the service must not start.
     *
     * @param demonstration whether it is to serve the demonstration
     * @param hasDemonstrationAccounts whether the database has accounts with well-known passwords
     * @param host where it is to listen
     * @param role what the database lets the service do
     */
    static Optional<String> refusal(
            boolean demonstration, boolean hasDemonstrationAccounts, String host, ServingRole.Rights role) {
        if (role.seesEverything()) {
            return Optional.of("""
                    Nullpunkt refuses to start: it serves as %1$s, which row-level security does not hold, so nothing in \
                    the database keeps the municipalities apart. Serve as a role that is neither superuser nor has \
                    BYPASSRLS (quarkus.datasource.username), and let another own the tables and migrate \
                    (quarkus.flyway.username)""".formatted(role.name()));
        }
        if (demonstration && !Loopback.is(host)) {
            return Optional.of("""
                    Nullpunkt refuses to start: this is the demonstration, whose passwords are well known, and \
                    quarkus.http.host=%s would let others reach it. Set quarkus.http.host=127.0.0.1, or configure a \
                    database of your own with quarkus.datasource.jdbc.url.""".formatted(host));
        }
        if (!demonstration && hasDemonstrationAccounts) {
            return Optional.of("""
                    Nullpunkt refuses to start: the database has accounts of the demonstration, whose passwords are \
                    well known. Use a database that was never a demonstration, or remove them first: \
                    delete from account where demonstration""");
        }
        return Optional.empty();
    }
}
