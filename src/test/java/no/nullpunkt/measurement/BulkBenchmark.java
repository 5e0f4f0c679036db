package no.nullpunkt.measurement;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;

/**
 * How long 50,000 values take from the first byte of the request to the answer, beside a bare batch insert of the same
 * rows into the same table, and how much memory is live meanwhile. Run by hand: {@code mvn test
 * -Dtest=BulkBenchmark}.
 */
@QuarkusTest
class BulkBenchmark {

    private static final int UNITS = 21;
    private static final int INDICATORS = 20;
    private static final int MONTHS = 119;
    private static final YearMonth FROM = YearMonth.of(2016, 12);
    private static final int ROUNDS = 3;

    private record Row(String indicator, UUID unit, long series, YearMonth month, String value) {}

    @Test
    void manyValues() throws SQLException, InterruptedException {
        for (int round = 1; round <= ROUNDS + 1; round++) {
            var live = round > ROUNDS;
            System.out.printf("%nround %d%s%n", round, live ? ", collecting garbage all the time" : "");
            var rows = rows(Municipality.create());
            var bare = bare(rows.municipality, rows.rows);
            System.out.printf("%d rows%nbare batch insert: %d ms%n", rows.rows.size(), bare);
            rows.municipality.execute("delete from measurement_history where municipality_id = %d");
            rows.municipality.execute("select begin_change(%d, null, 'benchmark'); delete from measurement where"
                    + " municipality_id = %d; delete from measurement_history where municipality_id = %d");
            measure("CSV, new", bare, csv(rows.rows, ""), "text/csv", rows.municipality, "created", live);
            measure("CSV, the same again", bare, csv(rows.rows, ""), "text/csv", rows.municipality, "unchanged", live);
            measure(
                    "JSON, corrected",
                    bare,
                    json(rows.rows, "1"),
                    "application/json",
                    rows.municipality,
                    "updated",
                    live);
        }
    }

    private record Made(Municipality municipality, List<Row> rows) {}

    private static Made rows(Municipality municipality) {
        var units = new ArrayList<UUID>();
        for (int i = 0; i < UNITS; i++) {
            units.add(municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Sone " + i)));
        }
        var rollout = municipality.create(Role.PROJECT_LEADER, "/rollouts", Bodies.rollout(units.toArray(UUID[]::new)));
        var benefit = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout + "/benefits",
                Bodies.benefit(municipality.person(Role.BENEFIT_OWNER), municipality.person(Role.LEADER)));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < INDICATORS; i++) {
            var indicator = municipality.create(
                    Role.PROJECT_LEADER,
                    "/benefits/" + benefit + "/indicators",
                    Bodies.indicator(units.toArray(UUID[]::new)));
            for (var unit : units) {
                var series = municipality.number("select id from series where municipality_id = %d and indicator_id = '"
                        + indicator + "' and unit_id = '" + unit + "'");
                for (int month = 0; month < MONTHS; month++) {
                    rows.add(new Row(
                            indicator.toString(),
                            unit,
                            series,
                            FROM.plusMonths(month),
                            (rows.size() * 31 % 997) + "." + rows.size() % 10));
                }
            }
        }
        return new Made(municipality, rows);
    }

    /** Milliseconds of a batch insert by one thread that does nothing else. */
    private static long bare(Municipality municipality, List<Row> rows) throws SQLException {
        var source = OwnerDatabase.source();
        source.setReWriteBatchedInserts(true);
        var id = (int) municipality.number("select %d");
        try (var connection = source.getConnection()) {
            var start = System.nanoTime();
            connection.setAutoCommit(false);
            connection.createStatement().execute("select begin_change(" + id + ", null, 'benchmark')");
            try (var insert = connection.prepareStatement(
                    "insert into measurement (municipality_id, series_id, month, status, value, machine, version)"
                            + " values (?, ?, ?, 'MEASURED', ?, false, 0)")) {
                var inBatch = 0;
                for (var row : rows) {
                    insert.setInt(1, id);
                    insert.setLong(2, row.series());
                    insert.setObject(3, LocalDate.from(row.month().atDay(1)));
                    insert.setBigDecimal(4, new BigDecimal(row.value()));
                    insert.addBatch();
                    if (++inBatch % 1000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    private static byte[] csv(List<Row> rows, String digit) {
        var text = new StringBuilder("indicatorId;unitId;month;value\n");
        rows.forEach(row -> text.append(row.indicator)
                .append(';')
                .append(row.unit)
                .append(';')
                .append(row.month)
                .append(';')
                .append(row.value)
                .append(digit)
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(List<Row> rows, String digit) {
        var text = new StringBuilder("{\"values\": [");
        rows.forEach(row -> text.append(text.length() > 12 ? "," : "")
                .append("{\"indicatorId\": \"" + row.indicator + "\", \"unitId\": \"" + row.unit + "\", \"month\": \""
                        + row.month + "\", \"status\": \"MEASURED\", \"value\": " + row.value + digit + "}"));
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void measure(
            String name, long bare, byte[] body, String type, Municipality municipality, String counted, boolean live)
            throws InterruptedException {
        var rows = UNITS * INDICATORS * MONTHS;
        Supplier<ValidatableResponse> post = () -> municipality
                .as(Role.PROJECT_LEADER)
                .contentType(type)
                .body(body)
                .post("/values")
                .then()
                .statusCode(200)
                .body(counted, is(rows));
        System.gc();
        var before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        if (live) {
            System.out.printf(
                    "%s: at most %d MB of heap live over what was held%n", name, (mostLive(post) - before) >> 20);
            return;
        }
        var start = System.nanoTime();
        post.get();
        var milliseconds = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "%s: %d ms, %.1f times the bare insert, %.1f MB sent%n",
                name, milliseconds, (double) milliseconds / bare, body.length / 1048576.0);
    }

    /** The most bytes that were in use right after a collection, those of the sender too, who is in the same heap. */
    private static long mostLive(Supplier<ValidatableResponse> post) throws InterruptedException {
        var sent = CompletableFuture.supplyAsync(post);
        var most = 0L;
        while (!sent.isDone()) {
            Thread.sleep(200);
            System.gc();
            most = Math.max(
                    most,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        sent.join();
        return most;
    }
}
