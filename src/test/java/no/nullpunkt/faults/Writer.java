package no.nullpunkt.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.Ledger.Point;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.ServedMunicipality.Series;
import no.nullpunkt.testing.ServiceClient;
import no.nullpunkt.testing.ServiceClient.Answer;

/**
 * A client that writes on until it is told to stop: values one by one, values in bulk, and costs under an
 * Idempotency-Key. What is not acknowledged it sends again, as it was, until it is.
 */
final class Writer implements Callable<Void> {

    private static final int MONTHS = 36;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What one attempt came to. */
    private interface Attempt {
        Answer send(ServiceClient client) throws IOException;
    }

    private final ServedMunicipality municipality;
    private final Supplier<ServiceClient> client;
    private final List<Series> series;
    private final Ledger ledger;
    private final String name;
    private final Random random;

    /** Problems that were answered in place of an acknowledgement. */
    final Set<String> problems = new HashSet<>();

    /** The longest that an answer of any kind has taken. */
    Duration slowest = Duration.ZERO;

    private int written;
    private volatile boolean stopped;

    /**
     * @param client whom the next attempt is sent by; it may be sent to another service each time
     * @param series that nobody else writes to
     * @param seed of what is written and when; another one writes other values
     */
    Writer(
            ServedMunicipality municipality,
            Supplier<ServiceClient> client,
            List<Series> series,
            Ledger ledger,
            int seed) {
        this.municipality = municipality;
        this.client = client;
        this.series = series;
        this.ledger = ledger;
        this.name = "writer " + seed;
        this.written = seed * 1_000_000;
        this.random = new Random(seed);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public Void call() throws Exception {
        while (!stopped) {
            switch (random.nextInt(5)) {
                case 0 -> cost();
                case 1, 2 -> bulk();
                default -> value();
            }
        }
        return null;
    }

    private void value() throws Exception {
        var point = new Point(series.get(random.nextInt(series.size())), month(random.nextInt(MONTHS)));
        var value = ++written;
        var path = municipality.path(point.series().value(point.month()));
        var versions = ledger.versions(point);
        var answer = acknowledged(each -> versions == 0
                ? each.put(path, measured(value))
                : each.put(path, measured(value), "If-Match", "\"" + (versions - 1) + "\""));
        if (answer.json().get("value").asInt() != value
                || answer.json().get("version").asInt() != versions) {
            throw new AssertionError(name + " wrote " + value + " and was answered " + answer);
        }
        ledger.value(point, value);
    }

    /** All months of all series, or most. */
    private void bulk() throws Exception {
        var rows = new LinkedHashMap<Point, Map<String, Object>>();
        for (var each : series) {
            for (int month = random.nextInt(MONTHS / 2); month < MONTHS; month++) {
                var row = new LinkedHashMap<String, Object>(measured(++written));
                row.put("indicatorId", each.indicatorId());
                row.put("unitId", each.unitId());
                row.put("month", month(month));
                rows.put(new Point(each, month(month)), row);
            }
        }
        var answer = acknowledged(
                        each -> each.post(municipality.path("/values"), Map.of("values", List.copyOf(rows.values()))))
                .json();
        var changed = answer.get("created").asInt() + answer.get("updated").asInt();
        var unchanged = answer.get("unchanged").asInt();
        if (changed + unchanged != rows.size() || changed > 0 && unchanged > 0) {
            throw new AssertionError("All of " + rows.size() + " or nothing, not " + answer);
        }
        rows.forEach((point, row) -> ledger.value(point, (int) row.get("value")));
    }

    private void cost() throws Exception {
        var description = name + " " + ++written;
        var cost = Map.of("month", "2024-05", "kind", "RUNNING", "nok", 1000, "description", description);
        var answer = acknowledged(each -> each.post(
                municipality.path("/rollouts/" + municipality.rollout() + "/costs"),
                cost,
                "Idempotency-Key",
                description));
        ledger.cost(description, answer.json().get("id").asText());
    }

    private Answer acknowledged(Attempt attempt) throws Exception {
        for (var end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end; ) {
            var start = System.nanoTime();
            try {
                var answer = attempt.send(client.get());
                if (answer.status() == 200 || answer.status() == 201) {
                    return answer;
                }
                mustBeAway(answer);
            } catch (IOException noAnswer) {
                // The service is away, or went away before it could answer.
            } finally {
                var took = Duration.ofNanos(System.nanoTime() - start);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
        }
        throw new CancellationException(name + " was never acknowledged; last of " + problems);
    }

    /** The one thing that may be answered while something is broken. */
    private void mustBeAway(Answer answer) {
        if (answer.status() != 503
                || !answer.header("Content-Type").startsWith("application/problem+json")
                || !answer.json().get("code").asText().equals("unavailable")) {
            throw new AssertionError(name + " was answered " + answer);
        }
        problems.add(answer.json().get("code").asText());
    }

    private static Map<String, Object> measured(int value) {
        return Map.of("status", "MEASURED", "value", value);
    }

    private static String month(int i) {
        return "%d-%02d".formatted(2023 + i / 12, i % 12 + 1);
    }
}
