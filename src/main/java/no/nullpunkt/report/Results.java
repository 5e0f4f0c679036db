package no.nullpunkt.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of a portfolio as JSON, page and workbook show them, at full precision.
 *
 * @param months calendar months of the period
 */
@Schema(name = "Results")
public record Results(
        YearMonth from, YearMonth to, int months, Instant asOf, String groupBy, List<Item> items, Sum total) {

    /** The key in {@link Sum#nokByPlanHeading} of benefits that have no heading yet. */
    public static final String NO_HEADING = "NONE";

    /**
     * The figures of a group.
     *
     * @param key an id, code or month; null gathers what has none
     * @param name in the caller's language
     * @param parentKey of the unit above, null elsewhere
     */
    @Schema(name = "ResultItem")
    public record Item(String key, String name, String parentKey, @JsonUnwrapped Line figures) {}

    /**
     * The figures of everything.
     *
     * @param fte hours as full-time positions; null when hours per position are not set
     * @param ownBudgetNok saved hours as kroner under OWN_BUDGET, beside nok and not part of it
     * @param nokByPlanHeading under {@link #NO_HEADING} that of benefits without one
     */
    @Schema(name = "ResultTotal")
    public record Sum(
            @JsonUnwrapped Line figures,
            BigDecimal fte,
            BigDecimal ownBudgetNok,
            Map<String, BigDecimal> nokByPlanHeading) {}

    /**
     * What {@link Figures} hold, with what was taken out of it. Hours and kroner taken out and unaccounted for are null
     * where they are not known, since they are booked on benefits and not on indicators.
     */
    @Schema(name = "ResultFigures")
    public record Line(
            BigDecimal hours,
            BigDecimal nok,
            BigDecimal plannedHours,
            BigDecimal plannedNok,
            BigDecimal takenOutHours,
            BigDecimal takenOutNok,
            BigDecimal unaccountedHours,
            BigDecimal unaccountedNok,
            Status status,
            BigDecimal achievement,
            BigDecimal level,
            BigDecimal baselineLevel,
            BigDecimal gain,
            int expected,
            int measured,
            int notMeasured,
            int missing,
            int notApplicable,
            int notYetDue,
            int withoutBaseline,
            boolean incomplete,
            boolean suppressed) {

        static Line of(Figures figures, TakenOut takenOut) {
            var known = takenOut != null;
            return new Line(
                    figures.hours(),
                    figures.nok(),
                    figures.plannedHours(),
                    figures.plannedNok(),
                    known ? takenOut.hours() : null,
                    known ? takenOut.nok() : null,
                    known ? figures.hours().subtract(takenOut.hours()) : null,
                    known ? figures.nok().subtract(takenOut.nok()) : null,
                    figures.status(),
                    figures.achievement(),
                    figures.level(),
                    figures.baselineLevel(),
                    figures.gain(),
                    figures.expected(),
                    figures.measured(),
                    figures.notMeasured(),
                    figures.missing(),
                    figures.notApplicable(),
                    figures.notYetDue(),
                    figures.withoutBaseline(),
                    figures.incomplete(),
                    false);
        }
    }

    /** The figures of a snapshot, gathered one way. */
    public static Results of(Snapshot snapshot, GroupBy groupBy, Language language) {
        return of(snapshot, snapshot.rollup(), groupBy, language);
    }

    /** The same for whoever has the snapshot's rollup at hand. */
    static Results of(Snapshot snapshot, Rollup rollup, GroupBy groupBy, Language language) {
        var items = Grouping.of(snapshot, rollup, groupBy, language).lines().stream()
                .map(line ->
                        new Item(line.key(), line.name(), line.parentKey(), Line.of(line.figures(), line.takenOut())))
                .toList();
        var total = rollup.total();
        var nokByPlanHeading = new LinkedHashMap<String, BigDecimal>();
        total.nokByPlanHeading()
                .forEach((heading, nok) -> nokByPlanHeading.put(heading == null ? NO_HEADING : heading.name(), nok));
        return new Results(
                snapshot.period().from(),
                snapshot.period().to(),
                snapshot.period().months(),
                snapshot.asOf(),
                groupBy.parameter(),
                items,
                new Sum(
                        Line.of(total.figures(), Grouping.total(snapshot, rollup)),
                        total.fte(),
                        total.figures().ownBudgetNok(),
                        nokByPlanHeading));
    }
}
