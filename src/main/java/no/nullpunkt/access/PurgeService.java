package no.nullpunkt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import no.nullpunkt.shared.AcrossMunicipalities;

/** Takes away what has served its time: what failed after a day, where people are known after ninety without them. */
@ApplicationScoped
class PurgeService {

    /** How long traces are kept. */
    @ConfigMapping(prefix = "nullpunkt.security-events")
    interface Config {

        /** A year and a month: a yearly export to the archive has the month to be made in. */
        @WithDefault("400D")
        Duration kept();
    }

    static final String OF_ALL = "what has served its time is taken away everywhere at once";

    private final AttemptService attempts;
    private final PageSessionService sessions;
    private final PasswordLinks links;
    private final SecurityEvents events;
    private final Config config;
    private final Clock clock;

    PurgeService(
            AttemptService attempts,
            PageSessionService sessions,
            PasswordLinks links,
            SecurityEvents events,
            Config config,
            Clock clock) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.links = links;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @AcrossMunicipalities(OF_ALL)
    @Transactional
    void purge() {
        var now = clock.instant();
        attempts.purge();
        sessions.purge();
        links.deleteBefore(now);
        events.deleteBefore(now.minus(config.kept()));
    }
}
