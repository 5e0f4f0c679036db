package no.nullpunkt.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import no.nullpunkt.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of October are due on 10 November. */
@QuarkusTest
class OverdueTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    OverdueJob job;

    @Inject
    OverdueService service;

    @Inject
    TestClock clock;

    /** Municipalities of other tests have just been counted, so that it is the turn of those here. */
    @BeforeEach
    void countTheOthers() throws SQLException {
        clock.setLocal("2026-11-10T23:00");
        try (var connection = OwnerDatabase.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into overdue_count (municipality_id, overdue_values, counted_at)
                    select id, 0, '2036-01-01' from municipality
                    on conflict (municipality_id) do update set overdue_values = 0, counted_at = '2036-01-01'
                    """);
        }
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aValueIsOverdueTheDayAfterItsDueDay() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-09"));

        service.countNext();
        assertEquals(1, counted(measured.municipality));

        clock.setLocal("2026-11-11T00:00");
        service.countNext();
        assertEquals(2, counted(measured.municipality));
    }

    @Test
    void whatIsEnteredIsOverdueNoMore() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-09"));
        service.countNext();
        enter(measured, "2026-09");

        clock.setLocal("2026-11-10T23:09");
        service.countNext();
        assertEquals(1, counted(measured.municipality), "a count is good for ten minutes");

        clock.setLocal("2026-11-10T23:11");
        service.countNext();
        assertEquals(0, counted(measured.municipality));
    }

    @Test
    void theOldestCountIsMadeAnewAndOneAtATime() {
        var first = MeasuredBenefit.create(Map.of("measureFrom", "2026-09"));
        var second = MeasuredBenefit.create(Map.of("measureFrom", "2026-08"));

        job.run();
        assertEquals(List.of(1L, -1L), List.of(counted(first.municipality), counted(second.municipality)));
        clock.setLocal("2026-11-10T23:01");
        job.run();
        assertEquals(List.of(1L, 2L), List.of(counted(first.municipality), counted(second.municipality)));

        enter(first, "2026-09");
        enter(second, "2026-08");
        clock.setLocal("2026-11-10T23:30");
        job.run();
        assertEquals(List.of(0L, 2L), List.of(counted(first.municipality), counted(second.municipality)));
        assertEquals(List.of("nullpunkt_values_overdue 2.0"), gauge(), "of all together, with no label");
    }

    private List<String> gauge() {
        return RestAssured.given()
                .get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("nullpunkt_values_overdue"))
                .toList();
    }

    /** -1 where it was not counted yet. */
    private static long counted(Municipality municipality) {
        return municipality.number(
                "select coalesce(max(overdue_values), -1) from overdue_count where municipality_id = %d");
    }

    private static void enter(MeasuredBenefit measured, String month) {
        measured.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.measured("3"))
                .put(measured.value(month))
                .then()
                .statusCode(201);
    }
}
