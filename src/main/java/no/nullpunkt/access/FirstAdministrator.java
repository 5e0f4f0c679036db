package no.nullpunkt.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets the first administrator of an installation in: everyone else is invited by someone who is in already. */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    /** Who it is; all three or none. */
    @ConfigMapping(prefix = "nullpunkt.first-administrator")
    interface Config {

        /** The number of the municipality. */
        Optional<String> municipality();

        Optional<String> name();

        Optional<String> email();
    }

    private final Config config;
    private final FirstPeopleService service;

    FirstAdministrator(Config config, FirstPeopleService service) {
        this.config = config;
        this.service = service;
    }

    @ActivateRequestContext
    void atStart(@Observes StartupEvent event) {
        if (config.municipality().isEmpty()
                && config.name().isEmpty()
                && config.email().isEmpty()) {
            return;
        }
        var municipality = required(config.municipality(), "municipality");
        var email = required(config.email(), "email");
        service.inviteAdministrator(municipality, required(config.name(), "name"), email)
                .ifPresent(invitation -> LOG.infof(
                        "%s is the first administrator of %s. Set the password with this code, which works once and "
                                + "until %s: POST /api/v1/account {\"invitation\": \"%s\", \"password\": \"…\"}",
                        email, municipality, invitation.expiresAt(), invitation.code()));
    }

    private static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new IllegalStateException("nullpunkt.first-administrator." + key
                + " is missing: the first administrator needs municipality, name and email"));
    }
}
