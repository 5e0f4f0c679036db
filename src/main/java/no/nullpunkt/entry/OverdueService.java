package no.nullpunkt.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import no.nullpunkt.shared.Reach;

/**
 * Counts what is overdue for one municipality at a time, so that it costs the same however many there are: with all of
 * Norway each has its turn every six hours, or sooner with more instances.
 */
@ApplicationScoped
class OverdueService {

    /** A count is good enough for so long. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final OverdueCounts counts;
    private final OpenValues openValues;
    private final Reach reach;
    private final Clock clock;

    OverdueService(OverdueCounts counts, OpenValues openValues, Reach reach, Clock clock) {
        this.counts = counts;
        this.openValues = openValues;
        this.reach = reach;
        this.clock = clock;
    }

    @ActivateRequestContext
    @Transactional
    void countNext() {
        var now = clock.instant();
        counts.findOldest(now.minus(FRESH)).ifPresent(municipalityId -> {
            reach.is(municipalityId);
            var today = LocalDate.now(clock);
            var overdue = openValues.owed(municipalityId, null).stream()
                    .filter(owed -> owed.due().isBefore(today))
                    .count();
            counts.put(municipalityId, overdue, now);
        });
    }
}
