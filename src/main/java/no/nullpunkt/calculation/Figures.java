package no.nullpunkt.calculation;

import java.math.BigDecimal;
import no.nullpunkt.calculation.Discretion.Told;

/**
 * The figures of a group of points, exact and unrounded.
 *
 * <p>Hours and kroner are 0 when there is nothing to add, never null. {@code gain}, {@code level}, {@code
 * baselineLevel}, {@code targetLevel} and {@code achievement} are null unless the group holds exactly one indicator, since unlike things do
 * not add up. In a technology's group gain, hours and kroner are times its share; counts, levels and achievement never
 * are.
 *
 * @param expected cycle ends where a measurement belongs: measured + notMeasured + missing
 * @param notYetDue cycles that have not ended and have no value; not expected
 * @param withoutBaseline measured points of series with no null-point: they give no gain
 * @param ownBudgetNok saved hours as kroner, under the plan heading OWN_BUDGET only, and not part of {@code nok}
 * @param gain null also when no measured point has a null-point
 * @param level over measured points with a null-point, in the unit shown; null when there are none
 * @param baselineLevel what the same points would have shown at their null-points
 * @param targetLevel what they would have shown at their targets; null unless each of them has one
 * @param achievement gain over planned gain, over points that have both; null where no gain was planned
 * @param status of the one indicator, or a benefit's worst; null in other groups
 * @param incomplete all points end in one month and a unit's SUM or LATEST was expected and is not there, so the
 *     figure is lower than the months beside it for no real reason
 * @param suppressed whether gain, level, baselineLevel, targetLevel, achievement or status is null because it would give hidden
 *     points away; a level may be told where the rest is not
 */
public record Figures(
        int expected,
        int measured,
        int notMeasured,
        int missing,
        int notApplicable,
        int notYetDue,
        int withoutBaseline,
        BigDecimal hours,
        BigDecimal nok,
        BigDecimal plannedHours,
        BigDecimal plannedNok,
        BigDecimal ownBudgetNok,
        BigDecimal gain,
        BigDecimal level,
        BigDecimal baselineLevel,
        BigDecimal targetLevel,
        BigDecimal achievement,
        Status status,
        boolean incomplete,
        boolean suppressed) {

    /** With a benefit's status, which is null where it would give one of the indicators' away. */
    Figures withStatus(Status other) {
        return new Figures(
                expected,
                measured,
                notMeasured,
                missing,
                notApplicable,
                notYetDue,
                withoutBaseline,
                hours,
                nok,
                plannedHours,
                plannedNok,
                ownBudgetNok,
                gain,
                level,
                baselineLevel,
                targetLevel,
                achievement,
                other,
                incomplete,
                suppressed || other == null);
    }

    /** What is left of the figures for whoever is told this much. */
    Figures told(Told told) {
        if (told == Told.EVERYTHING) {
            return this;
        }
        return new Figures(
                expected,
                measured,
                notMeasured,
                missing,
                notApplicable,
                notYetDue,
                withoutBaseline,
                hours,
                nok,
                plannedHours,
                plannedNok,
                ownBudgetNok,
                null,
                told == Told.LEVEL ? level : null,
                null,
                null,
                null,
                null,
                incomplete,
                true);
    }
}
