package no.nullpunkt.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what was done, and tells what there is now, for those who operate the service. What is taken back, as in a dry
 * run, was not done.
 */
@ApplicationScoped
public class Tally {

    /** Something that was done so many times in the present transaction. */
    record Deed(String what, String how, int times) {}

    /** What is counted from nothing on: else the first deeds after each start would not show as an increase. */
    private static final Map<String, List<String>> FROM_THE_START =
            Map.of("values", List.of("created", "updated", "withdrawn"), "reports", List.of("issued"));

    private final MeterRegistry metrics;
    private final Event<Deed> deeds;
    private final Map<List<String>, AtomicLong> levels = new ConcurrentHashMap<>();

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

    void atStart(@Observes StartupEvent event) {
        FROM_THE_START.forEach((what, hows) -> hows.forEach(how -> count(new Deed(what, how, 0))));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deed deed) {
        metrics.counter("nullpunkt." + deed.what(), "how", deed.how()).increment(deed.times());
    }

    /**
     * Tells how much there is of something. It stands until it is told anew, so that nobody asks the database when
     * metrics are read.
     *
     * @param what the name of the metric, without the product's
     */
    public void level(String what, long now) {
        level(what, now, Tags.empty());
    }

    /** @param how its one label, of few values and never an id */
    public void level(String what, String how, long now) {
        level(what, now, Tags.of("how", how));
    }

    private void level(String what, long now, Tags how) {
        levels.computeIfAbsent(
                        List.of(what, how.toString()),
                        told -> metrics.gauge("nullpunkt." + what, how, new AtomicLong()))
                .set(now);
    }
}
