package no.nullpunkt.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.ServiceClient;

/** Several writers at once, each with series of its own. */
final class Writers implements AutoCloseable {

    static final int COUNT = 4;

    private final List<Writer> writers = new ArrayList<>();
    private final List<Future<Void>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

    private Writers() {}

    /** Starts them, each as a person of its own who asks one service. */
    static Writers start(ServedMunicipality municipality, Ledger ledger, int seed, PackagedService service) {
        return start(municipality, ledger, seed, i -> {
            var client = municipality.person(service.baseUri(), i);
            return () -> client;
        });
    }

    /**
     * Starts them, each as a person of its own.
     *
     * @param clients whom the next attempt of each is sent by
     */
    static Writers start(
            ServedMunicipality municipality, Ledger ledger, int seed, IntFunction<Supplier<ServiceClient>> clients) {
        var it = new Writers();
        var each = municipality.series().size() / COUNT;
        for (int i = 0; i < COUNT; i++) {
            var own = municipality.series().subList(i * each, (i + 1) * each);
            it.writers.add(new Writer(municipality, clients.apply(i), own, ledger, seed + i));
        }
        it.writers.forEach(writer -> it.running.add(it.threads.submit(writer)));
        return it;
    }

    /** Lets each finish what it has begun, which all must be able to. */
    void finish() throws Exception {
        writers.forEach(Writer::stop);
        for (var each : running) {
            each.get();
        }
    }

    /** Whether any was told that the service cannot answer now. */
    boolean wereRefused() {
        return writers.stream().anyMatch(writer -> !writer.problems.isEmpty());
    }

    Duration slowest() {
        return writers.stream()
                .map(writer -> writer.slowest)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
