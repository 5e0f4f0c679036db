package no.nullpunkt.overview;

import java.math.BigDecimal;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.results.TakenOut;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What adds up over municipalities, technologies and months, exact to the last decimal.
 *
 * @param takenOutHours null, as kroner are, on indicators: it is booked on benefits
 * @param unaccountedHours what was measured and is not booked
 */
@Schema(name = "OverviewSums")
record Sums(
        @Schema(examples = "1240.5") BigDecimal hours,
        @Schema(examples = "0") BigDecimal nok,
        @Schema(examples = "1500") BigDecimal plannedHours,
        @Schema(examples = "0") BigDecimal plannedNok,
        @Schema(examples = "520000") BigDecimal ownBudgetNok,
        @Schema(nullable = true, examples = "800") BigDecimal takenOutHours,
        @Schema(nullable = true, examples = "0") BigDecimal takenOutNok,
        @Schema(nullable = true, examples = "440.5") BigDecimal unaccountedHours,
        @Schema(nullable = true, examples = "0") BigDecimal unaccountedNok,
        @Schema(examples = "48") long expected,
        @Schema(examples = "46") long measured,
        @Schema(examples = "1") long notMeasured,
        @Schema(examples = "1") long missing) {

    static final Sums NOTHING = of(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            0,
            0,
            0);

    static Sums of(
            BigDecimal hours,
            BigDecimal nok,
            BigDecimal plannedHours,
            BigDecimal plannedNok,
            BigDecimal ownBudgetNok,
            BigDecimal takenOutHours,
            BigDecimal takenOutNok,
            long expected,
            long measured,
            long notMeasured,
            long missing) {
        return new Sums(
                hours,
                nok,
                plannedHours,
                plannedNok,
                ownBudgetNok,
                takenOutHours,
                takenOutNok,
                takenOutHours == null ? null : hours.subtract(takenOutHours),
                takenOutNok == null ? null : nok.subtract(takenOutNok),
                expected,
                measured,
                notMeasured,
                missing);
    }

    /** Of one group of one municipality. */
    static Sums of(Figures figures, TakenOut takenOut) {
        return of(
                figures.hours(),
                figures.nok(),
                figures.plannedHours(),
                figures.plannedNok(),
                figures.ownBudgetNok(),
                takenOut == null ? null : takenOut.hours(),
                takenOut == null ? null : takenOut.nok(),
                figures.expected(),
                figures.measured(),
                figures.notMeasured(),
                figures.missing());
    }

    Sums plus(Sums other) {
        return of(
                hours.add(other.hours),
                nok.add(other.nok),
                plannedHours.add(other.plannedHours),
                plannedNok.add(other.plannedNok),
                ownBudgetNok.add(other.ownBudgetNok),
                plus(takenOutHours, other.takenOutHours),
                plus(takenOutNok, other.takenOutNok),
                expected + other.expected,
                measured + other.measured,
                notMeasured + other.notMeasured,
                missing + other.missing);
    }

    private static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    /** The same with the counts of another, where a count belongs whole to each of several that are gathered here. */
    Sums countedAs(Figures figures) {
        return of(
                hours,
                nok,
                plannedHours,
                plannedNok,
                ownBudgetNok,
                takenOutHours,
                takenOutNok,
                figures.expected(),
                figures.measured(),
                figures.notMeasured(),
                figures.missing());
    }
}
