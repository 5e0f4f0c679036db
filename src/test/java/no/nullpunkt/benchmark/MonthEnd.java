package no.nullpunkt.benchmark;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import no.nullpunkt.benchmark.Table.Timed;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.Ledger.Point;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.ServedMunicipality.Series;
import no.nullpunkt.testing.ServiceClient;

/**
 * The last days before the due date: 8 people enter and correct the values of their units, one by one, in bulk and on the
 * page, and 4 leaders look at figures, workbooks and pages, without a pause. Everything must be answered well. What was
 * acknowledged is held against the database afterwards.
 */
final class MonthEnd {

    /** The months that are entered now, up to the one that ended last. */
    static final int OPEN_MONTHS = 3;

    private static final int WRITERS = 8;
    private static final int READERS = 4;
    private static final List<String> GROUPINGS = List.of("benefit", "unit", "technology", "month");

    private final URI service;
    private final List<Town> towns;
    private final long seed;
    private final YearMonth firstOpen;
    private final Ledger ledger = new Ledger();

    /** @param towns with values until {@link #OPEN_MONTHS} before the present month */
    MonthEnd(URI service, List<Town> towns, long seed) {
        this.service = service;
        this.towns = towns;
        this.seed = seed;
        this.firstOpen = towns.get(0).lastMonth().plusMonths(1);
    }

    /**
     * Lets them all work for so long.
     *
     * @return how long each kind of request took, in milliseconds
     */
    Map<String, List<Double>> run(Duration duration) throws Exception {
        var people = new ArrayList<Person>();
        for (int i = 0; i < WRITERS; i++) {
            people.add(new Writer(i));
        }
        for (int i = 0; i < READERS; i++) {
            people.add(new Reader(WRITERS + i));
        }
        var end = System.nanoTime() + duration.toNanos();
        var threads = Executors.newFixedThreadPool(people.size());
        try {
            var working = people.stream()
                    .map(person -> threads.submit(() -> person.workUntil(end)))
                    .toList();
            for (var each : working) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var took = new TreeMap<String, List<Double>>();
        people.forEach(person -> person.took.forEach((kind, times) ->
                took.computeIfAbsent(kind, key -> new ArrayList<>()).addAll(times)));
        return took;
    }

    /** No acknowledged value is lost, doubled or another. */
    void mustStandIn(PostgresServer database) throws SQLException {
        ledger.valuesMustStandIn(database, firstOpen.toString());
    }

    private abstract class Person {

        final Random random;
        final Town town;
        final Map<String, List<Double>> took = new LinkedHashMap<>();

        Person(int place) {
            random = new Random(seed + place);
            town = towns.get(place % towns.size());
        }

        abstract void work(int chance) throws Exception;

        Void workUntil(long end) throws Exception {
            while (System.nanoTime() < end) {
                work(random.nextInt(100));
            }
            return null;
        }

        void timed(String kind, Timed request) throws Exception {
            took.computeIfAbsent(kind, key -> new ArrayList<>()).add(Table.milliseconds(request));
        }

        String path(String below) {
            return "/api/v1/municipalities/" + town.number() + below;
        }

        String period() {
            return "from=" + town.firstMonth().plusMonths(1) + "&to=" + town.lastMonth();
        }
    }

    /** The owner of a unit, who measures all its series. */
    private final class Writer extends Person {

        private final int unit;
        private final ServiceClient client;
        private final Visitor visitor;

        Writer(int place) throws Exception {
            super(place);
            unit = place % Town.UNITS;
            client = new ServiceClient(service, town.owner(unit), Norway.PASSWORD);
            visitor = new Visitor(service, town.owner(unit), Norway.PASSWORD);
        }

        @Override
        void work(int chance) throws Exception {
            if (chance < 60) {
                value(random.nextInt(town.indicators()));
            } else if (chance < 75) {
                timed("page: my values", () -> visitor.get("/?maned=" + month()));
            } else if (chance < 90) {
                saveOnPage(random.nextInt(town.indicators()));
            } else if (chance < 95) {
                bulk();
            } else {
                timed(
                        "results by benefit",
                        () -> client.get(path("/results?groupBy=benefit&" + period()))
                                .mustBe(200));
            }
        }

        private YearMonth month() {
            return firstOpen.plusMonths(random.nextInt(OPEN_MONTHS));
        }

        private Point point(int indicator, YearMonth month) {
            return new Point(new Series(town.indicator(indicator), town.unit(unit)), month.toString());
        }

        /** Another one than stands there. */
        private int next(int indicator, Point point) {
            return Kind.of(indicator).about + ledger.versions(point) % 10;
        }

        private void value(int indicator) throws Exception {
            var point = point(indicator, month());
            var path = path(point.series().value(point.month()));
            var value = next(indicator, point);
            var body = measured(indicator, value);
            var versions = ledger.versions(point);
            if (versions == 0) {
                timed("a new value", () -> client.put(path, body).mustBe(201));
            } else {
                timed(
                        "a correction",
                        () -> client.put(path, body, "If-Match", "\"" + (versions - 1) + "\"")
                                .mustBe(200));
            }
            ledger.value(point, value);
        }

        /** A value where none stands, of the kinds that have one number. */
        private void saveOnPage(int indicator) throws Exception {
            var point = point(indicator, month());
            if (ledger.versions(point) > 0
                    || Kind.of(indicator).isRatio()
                    || Kind.of(indicator).isMean()) {
                return;
            }
            var value = next(indicator, point);
            var key = town.series(indicator, unit);
            timed(
                    "page: save a value",
                    () -> visitor.save(
                            "maned",
                            point.month(),
                            "bare",
                            String.valueOf(key),
                            "valg-" + key,
                            "MEASURED",
                            "verdi-" + key,
                            String.valueOf(value),
                            "forstatt-" + key,
                            "MEASURED " + value));
            ledger.value(point, value);
        }

        /** All values of the unit for a month. */
        private void bulk() throws Exception {
            var month = month();
            var rows = new LinkedHashMap<Point, Map<String, Object>>();
            for (int indicator = 0; indicator < town.indicators(); indicator++) {
                var point = point(indicator, month);
                var row = measured(indicator, next(indicator, point));
                row.put("indicatorId", point.series().indicatorId());
                row.put("unitId", point.series().unitId());
                row.put("month", point.month());
                rows.put(point, row);
            }
            timed(rows.size() + " values at once", () -> {
                var told = client.post(path("/values"), Map.of("values", List.copyOf(rows.values())))
                        .mustBe(200)
                        .json();
                if (told.get("created").asInt() + told.get("updated").asInt() != rows.size()) {
                    throw new AssertionError(told);
                }
            });
            rows.forEach((point, row) ->
                    ledger.value(point, (int) (row.containsKey("value") ? row.get("value") : row.get("numerator"))));
        }

        private static Map<String, Object> measured(int indicator, int value) {
            var body = new LinkedHashMap<String, Object>(Map.of("status", "MEASURED"));
            var kind = Kind.of(indicator);
            body.put(kind.isRatio() ? "numerator" : "value", value);
            if (kind.isRatio()) {
                body.put("denominator", 20);
            }
            if (kind.isMean()) {
                body.put("weight", 12);
            }
            return body;
        }
    }

    private final class Reader extends Person {

        private final ServiceClient client;
        private final Visitor visitor;

        Reader(int place) throws Exception {
            super(place);
            client = new ServiceClient(service, town.leader(), Norway.PASSWORD);
            visitor = new Visitor(service, town.leader(), Norway.PASSWORD);
        }

        @Override
        void work(int chance) throws Exception {
            if (chance < 40) {
                var grouping = GROUPINGS.get(random.nextInt(GROUPINGS.size()));
                timed(
                        "results by " + grouping,
                        () -> client.get(path("/results?groupBy=" + grouping + "&" + period()))
                                .mustBe(200));
            } else if (chance < 75) {
                timed("page: portfolio", () -> visitor.get("/portefolje"));
            } else if (chance < 95) {
                timed("to do", () -> client.get(path("/todo")).mustBe(200));
            } else {
                timed(
                        "workbook",
                        () -> client.get(path("/workbook?" + period())).mustBe(200));
            }
        }
    }
}
