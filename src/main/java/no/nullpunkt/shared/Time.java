package no.nullpunkt.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Months begin and end in Norway. */
class Time {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Oslo"));
    }
}
