package no.nullpunkt.benchmark;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import no.nullpunkt.benchmark.Table.Timed;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/**
 * Many values in one request, from its first byte to the answer, beside a batch insert of the same rows.
 * The service has 128 MB.
 */
class BulkBenchmark {

    private static final int SERIES = 1000;
    private static final int MONTHS = 50;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 4;
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private Table table;
    private Town town;
    private Bare bare;
    private Client program;

    @Test
    void manyValues() throws Exception {
        try (var database = PostgresServer.create(Map.of()).start();
                var service = new PackagedService(
                                Path.of(System.getProperty("java.home")),
                                List.of("-Xmx128m"),
                                PackagedService.inEarnest(database.jdbcUrl()))
                        .start()) {
            var size = new Norway.Size(1, SERIES, 1);
            var last = YearMonth.now().minusMonths(MONTHS + 1L);
            town = Norway.load(database.jdbcUrl(), size, last, 20261122).get(0);
            bare = new Bare(database);
            program = new Client(service.baseUri(), town, town.projectLeader());
            table = new Table("Many values in one request, against bare JDBC");
            var entries = Entry.after(town, MONTHS, 7);
            cold(entries);
            var few = measure(entries.subList(0, 5_000));
            measure(entries.subList(0, 21_420));
            var many = measure(entries);
            table.growth("5,000 to 50,000 new values, JSON", few, many);
        }
    }

    /** The first that a service does after its start. */
    private void cold(List<Entry> entries) throws Exception {
        var body = Entry.json(entries);
        table.row("50,000 new values, JSON, the first request of all", new double[] {
            Table.milliseconds(() -> program.enter(JSON, body, "created", entries.size()))
        });
        bare.empty(town);
    }

    /** @return how long new values take in JSON */
    private double measure(List<Entry> entries) throws Exception {
        var corrected = entries.stream().map(Entry::corrected).toList();
        var name = "%,d %s, %s";
        var values = entries.size();
        var csv = Entry.csv(entries);
        var json = Entry.json(entries);
        var correctedJson = Entry.json(corrected);
        var correctedCsv = Entry.csv(corrected);
        Timed nothing = () -> {};
        Timed there = () -> bare.write(entries);
        compare(
                name.formatted(values, "new", "CSV"),
                "at most 3",
                entries,
                nothing,
                () -> program.enter(CSV, csv, "created", values));
        var took = compare(
                name.formatted(values, "new", "JSON"),
                "at most 3",
                entries,
                nothing,
                () -> program.enter(JSON, json, "created", values));
        compare(
                name.formatted(values, "corrected", "CSV"),
                "",
                entries,
                there,
                () -> program.enter(CSV, correctedCsv, "updated", values));
        compare(
                name.formatted(values, "corrected", "JSON"),
                "",
                entries,
                there,
                () -> program.enter(JSON, correctedJson, "updated", values));
        compare(
                name.formatted(values, "unchanged", "JSON"),
                "",
                entries,
                there,
                () -> program.enter(JSON, json, "unchanged", values));
        return took;
    }

    /**
     * The floor is always the batch insert of as many new rows: a batch of updates fires the triggers of statements row by
     * row, and is no floor.
     *
     * @param before what stands before ours is timed
     * @return our median
     */
    private double compare(String name, String wanted, List<Entry> entries, Timed before, Timed ours) throws Exception {
        var floors = new double[ROUNDS];
        var times = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            var floorTook = after(() -> {}, () -> bare.write(entries));
            var took = after(before, ours);
            if (i >= 0) {
                floors[i] = floorTook;
                times[i] = took;
            }
        }
        table.row(name, floors, times, wanted);
        return Table.median(times);
    }

    private double after(Timed before, Timed timed) throws Exception {
        before.run();
        var took = Table.milliseconds(timed);
        bare.empty(town);
        return took;
    }
}
