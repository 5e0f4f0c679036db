package no.nullpunkt.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The time in Norway, real until a test sets another; the test puts it right again with {@link #reset}. */
@Mock
@Singleton
public class TestClock extends Clock {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private volatile Clock present = Clock.system(NORWAY);

    /** Stops at a local time such as {@code 2026-11-07T07:00}. */
    public void setLocal(String localTime) {
        set(LocalDateTime.parse(localTime).atZone(NORWAY).toInstant());
    }

    public void set(Instant instant) {
        present = Clock.fixed(instant, NORWAY);
    }

    public void reset() {
        present = Clock.system(NORWAY);
    }

    @Override
    public ZoneId getZone() {
        return NORWAY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return present.withZone(zone);
    }

    @Override
    public Instant instant() {
        return present.instant();
    }
}
