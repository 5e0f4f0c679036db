package no.nullpunkt.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import no.nullpunkt.benchmark.Norway.Size;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/**
 * Month-end in a county: how long each kind of request takes while all log at once, with nothing failed, lost or doubled.
 * Ten minutes, or as many seconds as {@code -Dnullpunkt.month-end.seconds} says.
 */
class MonthEndBenchmark {

    private static final long SEED = 20261122;
    private static final List<String> OPTIONS = List.of("-Xmx512m");

    @Test
    void inACounty() throws Exception {
        var seconds = Integer.getInteger("nullpunkt.month-end.seconds", 600);
        try (var database = PostgresServer.create(Map.of()).start();
                var service = new PackagedService(
                                Path.of(System.getProperty("java.home")),
                                OPTIONS,
                                PackagedService.inEarnest(database.jdbcUrl()))
                        .start()) {
            var last = YearMonth.now().minusMonths(MonthEnd.OPEN_MONTHS + 1L);
            var towns = Norway.load(database.jdbcUrl(), Size.COUNTY, last, SEED);
            var monthEnd = new MonthEnd(service.baseUri(), towns, SEED);

            var took = monthEnd.run(Duration.ofSeconds(seconds));

            monthEnd.mustStandIn(database);
            var table = new Table("Month-end: 8 writers and 4 readers for " + seconds + " s");
            for (var kind : took.entrySet()) {
                var times = kind.getValue().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                table.row(kind.getKey() + " (" + times.length + " times)", times);
            }
            table.note("No request failed, and no value was lost or doubled.");
        }
    }
}
