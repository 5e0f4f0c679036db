package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Secret;

/** Makes and ends the addresses of people's own calendars. */
@ApplicationScoped
class CalendarService {

    /** @param token the secret of the address, kept nowhere */
    record Feed(String token, Instant createdAt) {}

    private final CalendarFeeds feeds;
    private final Clock clock;

    CalendarService(CalendarFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    @Transactional
    Feed create(Caller caller) {
        var feed = new Feed(Secret.make(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        feeds.put(caller.municipalityId(), caller.personId(), feed.token(), feed.createdAt());
        return feed;
    }

    @Transactional
    void delete(Caller caller) {
        feeds.delete(caller.municipalityId(), caller.personId());
    }
}
