package no.nullpunkt.entry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import no.nullpunkt.shared.Tally;

/** Tells whoever operates the service how many values are overdue; on every instance, and none asks when it is scraped. */
@ApplicationScoped
class OverdueJob {

    private final OverdueService service;
    private final OverdueCounts counts;
    private final Tally tally;

    OverdueJob(OverdueService service, OverdueCounts counts, Tally tally) {
        this.service = service;
        this.counts = counts;
        this.tally = tally;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        service.countNext();
        tally.level("values.overdue", counts.sum());
    }
}
