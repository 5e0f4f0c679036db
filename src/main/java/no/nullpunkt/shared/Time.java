package no.nullpunkt.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Months begin and end in Norway. */
class Time {

    /** For what is no bean; everything else has it injected. */
    static final Clock NORWAY = Clock.system(ZoneId.of("Europe/Oslo"));

    @Produces
    @Singleton
    Clock clock() {
        return NORWAY;
    }
}
