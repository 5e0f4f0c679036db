package no.nullpunkt.results;

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
import no.nullpunkt.calculation.Total;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of a portfolio as JSON, page and workbook show them, at full precision.
 *
 * @param months calendar months of the period
 */
@Schema(name = "Results")
public record Results(
        YearMonth from,
        YearMonth to,
        @Schema(examples = "4") int months,
        Instant asOf,
        @Schema(examples = "benefit") String groupBy,
        @Schema(examples = "reported") String basis,
        List<Item> items,
        Sum total) {

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
    public record Item(
            @Schema(nullable = true, examples = "019b76da-a800-7000-8000-0000b9cde7bd")
            String key,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String name,

            @Schema(nullable = true) String parentKey,
            @JsonUnwrapped Line figures) {}

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
            @Schema(nullable = true, examples = "0.03") BigDecimal fte,
            @Schema(examples = "0") BigDecimal ownBudgetNok,
            @Schema(examples = "{\"ALTERNATIVE_USE\": 0}") Map<String, BigDecimal> nokByPlanHeading) {}

    /**
     * What {@link Figures} hold, with what was taken out of it. Hours and kroner taken out and unaccounted for are null
     * where they are not known, since they are booked on benefits and not on indicators. Overdrawn is a group in which
     * more of a benefit is booked in a unit than was measured there, whatever the period; a month is so in which it holds.
     *
     * @param suppressed whether figures are null because they would give small counts of persons away
     */
    @Schema(name = "ResultFigures")
    public record Line(
            @Schema(examples = "22.41") BigDecimal hours,
            @Schema(examples = "0") BigDecimal nok,
            @Schema(examples = "45.66") BigDecimal plannedHours,
            @Schema(examples = "0") BigDecimal plannedNok,
            @Schema(nullable = true, examples = "20") BigDecimal takenOutHours,
            @Schema(nullable = true, examples = "0") BigDecimal takenOutNok,
            @Schema(nullable = true, examples = "2.41") BigDecimal unaccountedHours,
            @Schema(nullable = true, examples = "0") BigDecimal unaccountedNok,
            @Schema(nullable = true, examples = "false") Boolean overdrawn,
            @Schema(nullable = true, examples = "BEHIND") Status status,
            @Schema(nullable = true, examples = "0.49") BigDecimal achievement,
            @Schema(nullable = true, examples = "61") BigDecimal level,
            @Schema(nullable = true, examples = "90.88") BigDecimal baselineLevel,
            @Schema(nullable = true, examples = "29.88") BigDecimal gain,
            @Schema(examples = "1") int expected,
            @Schema(examples = "1") int measured,
            @Schema(examples = "0") int notMeasured,
            @Schema(examples = "0") int missing,
            @Schema(examples = "0") int notApplicable,
            @Schema(examples = "0") int notYetDue,
            @Schema(examples = "0") int withoutBaseline,
            boolean incomplete,
            boolean suppressed) {

        public static Line of(Figures figures, TakenOut takenOut) {
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
                    known ? takenOut.overdrawn() : null,
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
                    figures.suppressed());
        }
    }

    /** The figures of a snapshot, gathered one way. */
    public static Results of(Snapshot snapshot, GroupBy groupBy, Language language) {
        return of(snapshot, snapshot.rollup(), groupBy, language);
    }

    /** The same for whoever has the snapshot's rollup at hand. */
    public static Results of(Snapshot snapshot, Rollup rollup, GroupBy groupBy, Language language) {
        return of(
                snapshot,
                rollup.total(),
                Grouping.total(snapshot, rollup),
                groupBy,
                Grouping.of(snapshot, rollup, groupBy, language));
    }

    /** The same for whoever has gathered them. */
    public static Results of(Snapshot snapshot, Total total, TakenOut takenOut, GroupBy groupBy, Grouping grouping) {
        var items = grouping.lines().stream()
                .map(line ->
                        new Item(line.key(), line.name(), line.parentKey(), Line.of(line.figures(), line.takenOut())))
                .toList();
        var nokByPlanHeading = new LinkedHashMap<String, BigDecimal>();
        total.nokByPlanHeading()
                .forEach((heading, nok) -> nokByPlanHeading.put(heading == null ? NO_HEADING : heading.name(), nok));
        return new Results(
                snapshot.period().from(),
                snapshot.period().to(),
                snapshot.period().months(),
                snapshot.asOf(),
                groupBy.parameter(),
                snapshot.filter().basis().parameter(),
                items,
                new Sum(
                        Line.of(total.figures(), takenOut),
                        total.fte(),
                        total.figures().ownBudgetNok(),
                        nokByPlanHeading));
    }
}
