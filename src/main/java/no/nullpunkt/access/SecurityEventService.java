package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import no.nullpunkt.shared.AcrossMunicipalities;
import org.jboss.logging.Logger;

/**
 * Keeps security events: as rows, which an administrator of the municipality can read, and as lines of the log, which
 * whoever runs the service can gather. What was rolled back is in neither.
 */
@ApplicationScoped
class SecurityEventService {

    private static final Logger LOG = Logger.getLogger("nullpunkt.security");

    private final SecurityEvents events;
    private final Clock clock;

    SecurityEventService(SecurityEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @AcrossMunicipalities("what fails at the door happens before anybody is in")
    @Transactional
    void keep(@Observes SecurityEvent event) {
        if (event.municipalityId() != null) {
            events.add(event, clock.instant());
        }
    }

    void log(@Observes(during = TransactionPhase.AFTER_SUCCESS) SecurityEvent event) {
        LOG.infof(
                "event=%s municipality=%s person=%s by=%s detail=%s",
                event.kind(), event.municipalityId(), event.personId(), event.byId(), event.detail());
    }
}
