package no.nullpunkt.demonstration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.interceptor.Interceptor;
import no.nullpunkt.access.FirstPeopleService;
import no.nullpunkt.shared.ServingRole;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start where well-known passwords could do harm, and loads the demonstration where it is wanted. */
@ApplicationScoped
class DemonstrationStart {

    private static final Logger LOG = Logger.getLogger(DemonstrationStart.class);

    private final boolean demonstration;
    private final String host;
    private final HttpServer server;
    private final FirstPeopleService people;
    private final ServingRole servingRole;
    private final DemonstrationLoader loader;

    DemonstrationStart(
            @ConfigProperty(name = "nullpunkt.demonstration") boolean demonstration,
            @ConfigProperty(name = "quarkus.http.host") String host,
            HttpServer server,
            FirstPeopleService people,
            ServingRole servingRole,
            DemonstrationLoader loader) {
        this.demonstration = demonstration;
        this.host = host;
        this.server = server;
        this.people = people;
        this.servingRole = servingRole;
        this.loader = loader;
    }

    /** Before anything else that happens at start, and before the first request is taken. */
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var role = servingRole.rights();
        StartUpRules.refusal(demonstration, people.hasDemonstrationAccounts(), host, role)
                .ifPresent(why -> {
                    throw new IllegalStateException(why);
                });
        if (role.ownsTables()) {
            LOG.warnf(
                    "%s serves and owns the tables too, so it could take row-level security off them: let another role "
                            + "own them and migrate (quarkus.flyway.username)",
                    role.name());
        }
    }

    /** Loads beside the service, which answers meanwhile. */
    void whenListening(@ObservesAsync HttpServerStart event) {
        if (!demonstration) {
            return;
        }
        var address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
        try {
            loader.load(DemonstrationMunicipality.STANDARD, address, new Walk.Listener() {});
            LOG.warn(Banner.of(DemonstrationMunicipality.STANDARD, address));
        } catch (RuntimeException e) {
            LOG.error("The demonstration is not loaded; the next start goes on where this one broke off", e);
        }
    }
}
