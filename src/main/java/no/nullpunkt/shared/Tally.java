package no.nullpunkt.shared;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what was done, for those who operate the service. What is taken back, as in a dry run, was not done. */
@ApplicationScoped
public class Tally {

    /** Something that was done so many times in the present transaction. */
    record Deed(String what, String how, int times) {}

    private final MeterRegistry metrics;
    private final Event<Deed> deeds;

    Tally(MeterRegistry metrics, Event<Deed> deeds) {
        this.metrics = metrics;
        this.deeds = deeds;
    }

    /**
     * Counts once the present transaction has ended well.
     *
     * @param what the name of the metric, without the product's
     * @param how its one label, of few values and never an id
     */
    public void add(String what, String how, int times) {
        deeds.fire(new Deed(what, how, times));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deed deed) {
        metrics.counter("nullpunkt." + deed.what(), "how", deed.how()).increment(deed.times());
    }
}
