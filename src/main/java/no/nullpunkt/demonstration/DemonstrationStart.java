package no.nullpunkt.demonstration;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads the demonstration where it is wanted. */
@ApplicationScoped
class DemonstrationStart {

    private static final Logger LOG = Logger.getLogger(DemonstrationStart.class);

    private final boolean demonstration;
    private final String host;
    private final HttpServer server;
    private final DemonstrationLoader loader;

    DemonstrationStart(
            @ConfigProperty(name = "nullpunkt.demonstration") boolean demonstration,
            @ConfigProperty(name = "quarkus.http.host") String host,
            HttpServer server,
            DemonstrationLoader loader) {
        this.demonstration = demonstration;
        this.host = host;
        this.server = server;
        this.loader = loader;
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
