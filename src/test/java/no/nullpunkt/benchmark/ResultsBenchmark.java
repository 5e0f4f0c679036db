package no.nullpunkt.benchmark;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of a municipality's year, gathered each way, beside reading their rows and nothing more. */
class ResultsBenchmark {

    private static final List<String> GROUPINGS =
            List.of("benefit", "technology", "unit", "indicator", "type", "planHeading", "month");
    private static final int ROUNDS = 60;

    @Test
    void aYearOfAMunicipality() throws Exception {
        try (var served = Served.start()) {
            var few = town(served, 100, 36);
            var many = town(served, 1000, 36);
            var tenYears = town(served, 1000, 120);
            var bare = new BareRows(served.database());
            var table = new Table("Results of a year, 1,000 series × 36 months, against their rows by JDBC");
            var leader = served.leader(many);
            for (var grouping : GROUPINGS) {
                table.compare(
                        grouping,
                        ROUNDS,
                        "at most 2",
                        () -> bare.read(many.id(), many.lastMonth().minusMonths(11), many.lastMonth()),
                        () -> leader.get(results(many, 12, grouping)));
            }
            table.growth(
                    "100 series to 1,000", median(served, table, bare, few, 12), median(served, table, bare, many, 12));
            table.growth(
                    "12 months to 120",
                    median(served, table, bare, tenYears, 12),
                    median(served, table, bare, tenYears, 120));
            table.note("One request executes " + served.statements(() -> leader.get(results(many, 12, "benefit")))
                    + " statements.");
        }
    }

    private static Town town(Served served, int series, int months) throws Exception {
        return Norway.load(served.database().jdbcUrl(), new Norway.Size(1, series, months))
                .get(0);
    }

    private static String results(Town town, int months, String grouping) {
        return "results?from=%s&to=%s&groupBy=%s".formatted(from(town, months), town.lastMonth(), grouping);
    }

    private static YearMonth from(Town town, int months) {
        return town.lastMonth().minusMonths(months - 1L);
    }

    private static double median(Served served, Table table, BareRows bare, Town town, int months) throws Exception {
        var leader = served.leader(town);
        return table.compare(
                "%d series × %d months, %d asked for, by benefit"
                        .formatted(town.size().series(), town.size().months(), months),
                ROUNDS / 2,
                "",
                () -> bare.read(town.id(), from(town, months), town.lastMonth()),
                () -> leader.get(results(town, months, "benefit")));
    }
}
