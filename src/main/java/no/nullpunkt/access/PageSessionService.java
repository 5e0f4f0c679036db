package no.nullpunkt.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.SecurityEvent.Kind;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Secret;

/**
 * Sessions of browsers. Each is a row: where the row is gone the session is over, on every instance and with the next
 * request. It costs that request one look-up by key, and one write a minute.
 *
 * <p>Both limits are those of NIST SP 800-63B for one who signs in with more than a password (an hour without use,
 * twelve in all), shorter than the thirty days it allows for a password alone, for these are shared offices.
 */
@ApplicationScoped
class PageSessionService {

    private static final Duration SEEN_ANEW = Duration.ofMinutes(1);
    private static final String NONE = "";
    private static final String SIGNING_IN = "the secret in the cookie is all that is known of a browser";

    /** How long a sign-in lasts. */
    @ConfigMapping(prefix = "nullpunkt.session")
    interface Config {

        /** Without a request for so long, one signs in again. */
        @WithDefault("1h")
        Duration idle();

        /** After so long one signs in again in any case. */
        @WithDefault("12h")
        Duration longest();
    }

    private final PageSessions sessions;
    private final People people;
    private final Event<SecurityEvent> events;
    private final Config config;
    private final Clock clock;

    PageSessionService(PageSessions sessions, People people, Event<SecurityEvent> events, Config config, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** @return the secret of a new session */
    @AcrossMunicipalities(SIGNING_IN)
    @Transactional
    String begin(Holder holder, Device device) {
        var token = Secret.make();
        sessions.add(holder, token, device, clock.instant());
        events.fire(SecurityEvent.of(Kind.SIGNED_IN, holder, "PAGE"));
        return token;
    }

    /** Whose session it is, and that it was used now; empty where there is none or it has run out. */
    @AcrossMunicipalities(SIGNING_IN)
    @Transactional
    Optional<Holder> use(String token) {
        var now = clock.instant();
        var found = sessions.find(token, usedSince(), begunSince());
        found.filter(session -> session.seenAt().isBefore(now.minus(SEEN_ANEW)))
                .ifPresent(session -> sessions.see(session.holder(), token, now));
        return found.map(PageSessions.InUse::holder);
    }

    /** @param token of the session that asks, or empty */
    List<PageSession> list(Holder holder, Optional<String> token) {
        return sessions.list(holder, token.orElse(NONE), usedSince(), begunSince());
    }

    @AcrossMunicipalities(SIGNING_IN)
    @Transactional
    void end(String token) {
        sessions.delete(token).ifPresent(this::tellEnded);
    }

    /** @throws Problem 404 when the person has no such session */
    @Transactional
    void end(Holder holder, UUID id) {
        if (!sessions.delete(holder, id)) {
            throw Problem.notFound();
        }
        tellEnded(holder);
    }

    /** Ends all of a person's sessions but the one that asks, if any. */
    @Transactional
    void endOthers(Holder holder, Optional<String> token) {
        if (sessions.deleteOthers(holder, token.orElse(NONE)) > 0) {
            tellEnded(holder);
        }
    }

    /** Ends all of a person's sessions, by an administrator. */
    @Transactional
    void endAllOf(Caller caller, UUID personId) {
        caller.mustAdminister();
        var person = people.get(caller.municipalityId(), personId);
        if (sessions.deleteOthers(new Holder(person.municipalityId, person.id), NONE) > 0) {
            events.fire(SecurityEvent.by(caller, Kind.SESSION_ENDED, personId, null));
        }
    }

    /** Takes away those that have run out. */
    @AcrossMunicipalities(PurgeService.OF_ALL)
    @Transactional
    void purge() {
        sessions.deleteBefore(usedSince(), begunSince());
    }

    private void tellEnded(Holder holder) {
        events.fire(SecurityEvent.of(Kind.SESSION_ENDED, holder, null));
    }

    private Instant usedSince() {
        return clock.instant().minus(config.idle());
    }

    private Instant begunSince() {
        return clock.instant().minus(config.longest());
    }
}
