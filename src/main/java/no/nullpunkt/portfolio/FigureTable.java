package no.nullpunkt.portfolio;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Grouping;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.Shape;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Language;

/**
 * Planned, measured, taken out and unaccounted for, gathered one way: a row for each group and one for the sum.
 *
 * @param gatheredBy what is in the first column, in words
 * @param rows those that fit a page, in the order people read them
 * @param hidden how many there are besides
 * @param nok whether kroner stand beside the hours
 */
record FigureTable(GroupBy groupBy, String gatheredBy, List<Row> rows, int hidden, Row sum, boolean nok) {

    static final List<Figure> HOURS =
            List.of(Figure.PLANNED_HOURS, Figure.HOURS, Figure.TAKEN_OUT_HOURS, Figure.UNACCOUNTED_HOURS);
    static final List<Figure> NOK =
            List.of(Figure.PLANNED_NOK, Figure.NOK, Figure.TAKEN_OUT_NOK, Figure.UNACCOUNTED_NOK);

    /** In an address, for the group of what has no key. */
    static final String NO_KEY = "-";

    /**
     * One group.
     *
     * @param depth how many units are above it, 0 for all else
     * @param link the page of the benefit, or null
     * @param status null where a group has none, or it is hidden
     */
    record Row(
            String name, int depth, String link, Status status, boolean overdrawn, List<Cell> hours, List<Cell> nok) {

        public Cell planned() {
            return hours.get(0);
        }

        public Cell measured() {
            return hours.get(1);
        }

        public String shape() {
            return Shape.of(status);
        }

        public String statusSaid() {
            return Formats.label("status-" + status);
        }
    }

    /**
     * The figures of a snapshot.
     *
     * @param rollup the snapshot's
     * @param ownBudget what of it is the municipality's own budget, or null where kroner are not shown
     * @param terms the address of terms, narrowed to the same
     * @param limit the most rows
     */
    static FigureTable of(
            Snapshot snapshot,
            Rollup rollup,
            Snapshot ownBudget,
            GroupBy groupBy,
            Address terms,
            int limit,
            Language language) {
        var maker = new Maker(groupBy, terms, language, ownBudget == null ? null : new HashMap<>());
        Results.Line ownSum = null;
        if (ownBudget != null) {
            var own = ownBudget.rollup();
            Grouping.of(ownBudget, own, groupBy, language).lines().forEach(line -> maker.own.put(line.key(), of(line)));
            ownSum = Results.Line.of(own.total().figures(), Grouping.total(ownBudget, own));
        }
        var lines = Grouping.of(snapshot, rollup, groupBy, language).lines();
        var depths = new HashMap<String, Integer>();
        // A unit comes right after the one above it.
        lines.forEach(line ->
                depths.put(line.key(), depths.containsKey(line.parentKey()) ? depths.get(line.parentKey()) + 1 : 0));
        var sum = Results.Line.of(rollup.total().figures(), Grouping.total(snapshot, rollup));
        return new FigureTable(
                groupBy,
                language.text("workbook", "gathered." + groupBy.parameter()),
                lines.stream()
                        .limit(limit)
                        .map(line -> maker.row(line, depths.get(line.key())))
                        .toList(),
                Math.max(0, lines.size() - limit),
                new Row(null, 0, null, null, false, maker.cells(HOURS, sum, terms), maker.ownCells(ownSum, terms)),
                ownBudget != null);
    }

    /** Whether the groups have a status each. */
    public boolean hasStatus() {
        return groupBy == GroupBy.BENEFIT || groupBy == GroupBy.INDICATOR;
    }

    public boolean isByMonth() {
        return groupBy == GroupBy.MONTH;
    }

    /** The row that measured the most hours; null when none measured any. */
    public Row most() {
        return rows.stream()
                .filter(row -> new BigDecimal(row.measured().exact()).signum() > 0)
                .max(Comparator.comparing(row -> new BigDecimal(row.measured().exact())))
                .orElse(null);
    }

    private static Results.Line of(Grouping.Line line) {
        return Results.Line.of(line.figures(), line.takenOut());
    }

    /** Makes rows of lines; {@code own} is null where kroner are not shown. */
    private record Maker(GroupBy groupBy, Address terms, Language language, Map<String, Results.Line> own) {

        Row row(Grouping.Line line, int depth) {
            var figures = FigureTable.of(line);
            var ofGroup =
                    terms.with("group", groupBy.parameter()).with("key", line.key() == null ? NO_KEY : line.key());
            return new Row(
                    line.name(),
                    depth,
                    groupBy == GroupBy.BENEFIT ? "/gevinster/" + line.key() : null,
                    figures.status(),
                    Boolean.TRUE.equals(figures.overdrawn()),
                    cells(HOURS, figures, ofGroup),
                    ownCells(own == null ? null : own.get(line.key()), ofGroup));
        }

        List<Cell> ownCells(Results.Line line, Address of) {
            return own == null ? List.of() : cells(NOK, line, of.with("planHeading", PlanHeading.OWN_BUDGET.name()));
        }

        List<Cell> cells(List<Figure> figures, Results.Line line, Address of) {
            return figures.stream()
                    .map(figure -> line == null
                            ? Cell.NONE
                            : Cell.of(number(figure, line), of.with("figure", figure.parameter()), language))
                    .toList();
        }

        private static BigDecimal number(Figure figure, Results.Line line) {
            return switch (figure) {
                case PLANNED_HOURS -> line.plannedHours();
                case HOURS -> line.hours();
                case TAKEN_OUT_HOURS -> line.takenOutHours();
                case UNACCOUNTED_HOURS -> line.unaccountedHours();
                case PLANNED_NOK -> line.plannedNok();
                case NOK -> line.nok();
                case TAKEN_OUT_NOK -> line.takenOutNok();
                case UNACCOUNTED_NOK -> line.unaccountedNok();
                default -> throw new IllegalArgumentException(figure + " is in no table");
            };
        }
    }
}
