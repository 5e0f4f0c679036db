package no.nullpunkt.report;

import static no.nullpunkt.testing.Municipality.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

/** A report issued while values are written: each of them is either told by the report or refused. */
@QuarkusTest
class ReportRaceTest {

    private static final int WRITERS = 8;
    private static final int WRITTEN_BEFORE = 3;
    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03", "2026-04");

    @Inject
    ObjectMapper json;

    @Test
    void everyAcknowledgedValueIsInTheReport() throws Exception {
        var measured = MeasuredBenefit.create();
        var units = new ArrayList<UUID>();
        for (int i = 0; i < WRITERS; i++) {
            units.add(measured.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Lag " + i)));
        }
        var indicator = measured.municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/indicators",
                Bodies.indicator(units.toArray(UUID[]::new)));
        for (var unit : units) {
            measured.municipality
                    .as(Role.PROJECT_LEADER)
                    .body(Bodies.baseline("90"))
                    .put("/indicators/" + indicator + "/units/" + unit + "/baseline")
                    .then()
                    .statusCode(201);
        }
        var report = IssuedReport.draft(measured.municipality, "TERTIAL", "2026-T1");

        var begun = new CountDownLatch(WRITERS * WRITTEN_BEFORE);
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var writers = units.stream()
                    .map(unit -> threads.submit(new Writer(measured, indicator, unit, units.indexOf(unit), begun)))
                    .toList();
            begun.await();
            IssuedReport.issue(measured, report);

            var told = levels(measured, report);
            for (int i = 0; i < WRITERS; i++) {
                var acknowledged = writers.get(i).get();
                assertTrue(acknowledged.size() > 0);
                assertEquals(
                        0,
                        acknowledged.values().stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(told.get(units.get(i))),
                        "unit " + i + " acknowledged " + acknowledged + ", told " + told.get(units.get(i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What each unit measured in all, as the report tells. */
    private Map<UUID, BigDecimal> levels(MeasuredBenefit measured, UUID report) throws IOException {
        var levels = new HashMap<UUID, BigDecimal>();
        JsonNode content = json.readTree(
                measured.municipality.as(Role.LEADER).get("/reports/" + report).asByteArray());
        content.at("/results/unit/items").forEach(item -> {
            if (item.get("level").isNumber()) {
                levels.put(
                        UUID.fromString(item.get("key").asText()),
                        item.get("level").decimalValue());
            }
        });
        return levels;
    }

    /** Writes and rewrites the values of its unit until all its months are closed; answers what was acknowledged last. */
    private record Writer(MeasuredBenefit measured, UUID indicator, UUID unit, int seed, CountDownLatch begun)
            implements Callable<Map<String, BigDecimal>> {

        @Override
        public Map<String, BigDecimal> call() {
            var random = new Random(seed);
            var acknowledged = new HashMap<String, BigDecimal>();
            var open = new ArrayList<>(MONTHS);
            while (!open.isEmpty()) {
                var month = open.get(random.nextInt(open.size()));
                var value = new BigDecimal(random.nextInt(1_000_000));
                var answer = measured.municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", "*")
                        .body(Bodies.measured(value.toPlainString()))
                        .put("/indicators/" + indicator + "/units/" + unit + "/values/" + month);
                if (answer.statusCode() == 409) {
                    problem(answer.then(), 409, "month-closed");
                    open.remove(month);
                } else {
                    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 201, answer.asString());
                    acknowledged.put(month, value);
                }
                begun.countDown();
            }
            return acknowledged;
        }
    }
}
