package no.nullpunkt.benchmark;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What pages and first pages of lists take, and how large they are, in a county of 20 municipalities in one database. */
class PagesBenchmark {

    private static final int ROUNDS = 40;

    @Test
    void inACounty() throws Exception {
        try (var served = Served.start()) {
            var town =
                    Norway.load(served.database().jdbcUrl(), Norway.Size.COUNTY).get(7);
            var table = new Table("Pages in a county of 20 municipalities, each 1,000 series × 36 months");
            var year = "from=" + town.lastMonth().minusMonths(11) + "&to=" + town.lastMonth();
            var month = "/?maned=" + town.lastMonth();
            page(served, table, "My values, of 50 series", town.owner(1), month);
            page(served, table, "My values, of all 1,000 series", town.projectLeader(), month + "&alle=true");
            for (var view : new String[] {"administration", "politicians", "staff"}) {
                page(served, table, "Portfolio, " + view, town.leader(), "/portefolje?" + year + "&view=" + view);
            }
            var leader = served.leader(town);
            time(table, "facts.csv of a year", () -> leader.get("facts.csv?" + year));
            time(table, "results/points, first page", () -> leader.get("results/points?" + year));
        }
    }

    private static void page(Served served, Table table, String name, String email, String path) throws Exception {
        var visitor = new Visitor(served.service().baseUri(), email, Norway.PASSWORD);
        var size = String.format(
                Locale.ROOT,
                "%s: %,d bytes, %,d compressed, %d statements",
                name,
                visitor.get(path).length,
                visitor.getCompressed(path).length,
                served.statements(() -> visitor.get(path)));
        time(table, size, () -> visitor.get(path));
    }

    private static void time(Table table, String name, Table.Timed asked) throws Exception {
        var times = new double[ROUNDS];
        for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
            var took = Table.milliseconds(asked);
            if (i >= 0) {
                times[i] = took;
            }
        }
        table.row(name, times);
    }
}
