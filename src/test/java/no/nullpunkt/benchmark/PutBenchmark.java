package no.nullpunkt.benchmark;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/**
 * Single values, put one after the other by one client and by eight, each with its password in every request, beside one
 * prepared INSERT that is committed. And where the time goes.
 */
class PutBenchmark {

    private static final int SERIES = 1000;
    private static final int MONTHS = 60;
    private static final int FEW_MONTHS = 36;
    private static final long WARM_UP_SECONDS = 20;
    private static final long SECONDS_AT_A_TIME = 2;
    private static final int ROUNDS = 4;
    private static final int LOGGED = 300;

    private Table table;
    private PostgresServer database;
    private PackagedService service;
    private Bare bare;

    @Test
    void singleValues() throws Exception {
        try (var postgres = PostgresServer.create(Map.of()).start();
                var packaged = new PackagedService(
                                Path.of(System.getProperty("java.home")),
                                List.of("-Xmx256m"),
                                PackagedService.inEarnest(postgres.jdbcUrl()))
                        .start()) {
            database = postgres;
            service = packaged;
            bare = new Bare(postgres);
            table = new Table("Single values, against one prepared INSERT");
            var small = load(FEW_MONTHS);
            turn(small, WARM_UP_SECONDS, 8, () -> program(small)::put);
            measure(small, 8);
            var few = measure(small, 1);
            whereTimeGoes(small);
            var many = measure(load(10 * FEW_MONTHS), 1);
            table.growth("A history of 36,000 values to one of 360,000", few, many);
        }
    }

    private Client program(Town town) {
        return new Client(service.baseUri(), town, town.projectLeader());
    }

    private Town load(int months) throws SQLException {
        var last = YearMonth.now().minusMonths(MONTHS + 1L);
        return Norway.load(database.jdbcUrl(), new Norway.Size(1, SERIES, months), last, 20261122)
                .get(0);
    }

    /**
     * Both in turns of some seconds, after one turn each to warm up.
     *
     * @return our median
     */
    private double measure(Town town, int clients) throws Exception {
        var floors = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (int round = -1; round < ROUNDS; round++) {
            var floor = turn(town, SECONDS_AT_A_TIME, clients, this::inserting);
            var ours = turn(town, SECONDS_AT_A_TIME, clients, () -> program(town)::put);
            if (round >= 0) {
                floors.addAll(floor);
                times.addAll(ours);
            }
        }
        var seconds = ROUNDS * SECONDS_AT_A_TIME;
        table.row(
                "%d values in the history, %d at once: %d a second, floor %d"
                        .formatted(
                                SERIES * town.size().months(),
                                clients,
                                times.size() / seconds,
                                floors.size() / seconds),
                array(floors),
                array(times),
                "");
        return Table.median(array(times));
    }

    private interface Writer {

        void write(Entry entry) throws Exception;
    }

    private Writer inserting() throws SQLException {
        var insert = bare.connect().prepareStatement(Entry.INSERT);
        return entry -> {
            entry.set(insert);
            insert.executeUpdate();
        };
    }

    /** How many milliseconds each took, into months that are empty. */
    private List<Double> turn(Town town, long seconds, int clients, Callable<Writer> client) throws Exception {
        bare.empty(town);
        var entries = Entry.after(town, MONTHS, 7);
        Collections.shuffle(entries, new Random(7));
        Queue<Entry> waiting = new ConcurrentLinkedQueue<>(entries);
        var took = new ConcurrentLinkedQueue<Double>();
        var threads = Executors.newFixedThreadPool(clients);
        var end = System.nanoTime() + seconds * 1_000_000_000;
        var all = new ArrayList<Callable<Void>>();
        for (int i = 0; i < clients; i++) {
            all.add(() -> {
                var writer = client.call();
                while (System.nanoTime() < end) {
                    var entry = waiting.remove();
                    took.add(Table.milliseconds(() -> writer.write(entry)));
                }
                return null;
            });
        }
        for (var done : threads.invokeAll(all)) {
            done.get();
        }
        threads.shutdown();
        return List.copyOf(took);
    }

    private static double[] array(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What the database says of its own share while it logs every statement, and what HTTP takes by itself. */
    private void whereTimeGoes(Town town) throws Exception {
        bare.empty(town);
        var entries = Entry.after(town, MONTHS, 7);
        var program = program(town);
        var alone = new double[LOGGED];
        var whole = new double[LOGGED];
        program.put(entries.get(LOGGED));
        database.logStatements(true);
        var before = database.said().length();
        for (int i = 0; i < LOGGED; i++) {
            var entry = entries.get(i);
            whole[i] = Table.milliseconds(() -> program.put(entry));
        }
        var statements = new LoggedStatements(database.said().substring(before), LOGGED);
        database.logStatements(false);
        for (int i = 0; i < LOGGED; i++) {
            alone[i] = Table.milliseconds(() -> program.get("/health/live"));
        }
        table.row("A PUT while every statement is logged", whole);
        table.row("of this HTTP alone (a request that asks for nothing)", alone);
        for (var kind : statements.milliseconds().entrySet()) {
            table.row("of this in the database: " + kind.getKey(), new double[] {kind.getValue()});
        }
        table.row("What is spared for a minute after each sign-in: bcrypt", bcrypt());
        table.note("%.1f statements for each PUT.".formatted(statements.count()));
    }

    private static double[] bcrypt() throws Exception {
        var hash = BcryptUtil.bcryptHash(Norway.PASSWORD, 12);
        var took = new double[5];
        for (int i = 0; i < took.length; i++) {
            took[i] = Table.milliseconds(() -> BcryptUtil.matches(Norway.PASSWORD, hash));
        }
        return took;
    }
}
