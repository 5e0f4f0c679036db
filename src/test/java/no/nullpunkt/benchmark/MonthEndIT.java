package no.nullpunkt.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import no.nullpunkt.benchmark.Norway.Size;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** Ten seconds of {@link MonthEndBenchmark} in two small municipalities. */
class MonthEndIT {

    private static final Size SMALL = new Size(2, 120, 12);
    private static final long SEED = 7;

    @Test
    void whenAllLogAtOnceNothingFailsAndNothingIsLostOrDoubled() throws Exception {
        try (var database = PostgresServer.create(Map.of()).start();
                var service = new PackagedService(PackagedService.inEarnest(database.jdbcUrl())).start()) {
            var last = YearMonth.now().minusMonths(MonthEnd.OPEN_MONTHS + 1L);
            var monthEnd = new MonthEnd(service.baseUri(), Norway.load(database.jdbcUrl(), SMALL, last, SEED), SEED);

            var took = monthEnd.run(Duration.ofSeconds(10));

            assertTrue(took.size() >= 10, "all kinds of requests were made: " + took.keySet());
            monthEnd.mustStandIn(database);
        }
    }
}
