package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.calculation.ExposureSource;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One cycle end of a series with the terms its figures are made of. What varies with neither month nor series
 * (direction, aggregation, factor, cycle) is said of the indicator.
 *
 * @param month the last month of the cycle
 * @param value as entered, as are weight, numerator and denominator; null unless measured
 * @param baseline the null-point per unit of exposure
 * @param target as stated; gain is against the baseline, plannedGain is target against baseline
 * @param exposure what gain and plan are times, and where it was found; {@code exposureFrom} is the month it was
 *     measured in
 * @param perUnit hours or NOK for one of gain in the month
 * @param share how much of the benefit is counted: 1, or the share of the technologies chosen
 * @param hours gain · perUnit · attributionShare · share, and likewise the rest
 */
@Schema(name = "ResultPoint")
record ExplainedPoint(
        UUID benefitId,

        @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
        String benefit,

        UUID indicatorId,
        @Schema(examples = "Utrykninger etter varsel") String indicator,
        UUID unitId,
        @Schema(examples = "Hjemmetjenesten nord") String unit,
        YearMonth month,
        @Schema(examples = "MEASURED") PointState state,
        @Schema(nullable = true, examples = "61") BigDecimal value,
        @Schema(nullable = true) BigDecimal weight,
        @Schema(nullable = true) BigDecimal numerator,
        @Schema(nullable = true) BigDecimal denominator,
        @Schema(nullable = true, examples = "90.88") BigDecimal baseline,
        @Schema(nullable = true, examples = "1") Integer baselineVersion,
        @Schema(nullable = true, examples = "true") Boolean baselineApproved,
        @Schema(nullable = true, examples = "false") Boolean baselineLate,
        @Schema(nullable = true, examples = "30") BigDecimal target,
        @Schema(nullable = true, examples = "1") BigDecimal exposure,
        @Schema(nullable = true) ExposureSource exposureSource,
        @Schema(nullable = true) YearMonth exposureFrom,
        @Schema(nullable = true, examples = "61") BigDecimal valueOverCycle,
        @Schema(nullable = true, examples = "90.88") BigDecimal baselineOverCycle,
        @Schema(nullable = true, examples = "29.88") BigDecimal gain,
        @Schema(nullable = true, examples = "60.88") BigDecimal plannedGain,
        @Schema(nullable = true, examples = "0.75") BigDecimal perUnit,
        @Schema(examples = "1") BigDecimal attributionShare,
        @Schema(examples = "1") BigDecimal share,
        @Schema(examples = "22.41") BigDecimal hours,
        @Schema(examples = "0") BigDecimal nok,
        @Schema(examples = "45.66") BigDecimal plannedHours,
        @Schema(examples = "0") BigDecimal plannedNok,
        @Schema(nullable = true) BigDecimal hourlyCost,
        @Schema(examples = "0") BigDecimal ownBudgetNok,

        @Schema(description = "Whether its numbers are hidden, for they may tell who was counted")
        boolean suppressed) {

    static ExplainedPoint of(Snapshot snapshot, Point point, BigDecimal share) {
        var measure = point.measure();
        var exposure = point.exposure();
        var baseline = snapshot.series().get(SeriesKey.of(point)).baseline();
        return new ExplainedPoint(
                point.benefitId(),
                snapshot.benefits().get(point.benefitId()).title(),
                point.indicatorId(),
                snapshot.indicators().get(point.indicatorId()).name(),
                point.unitId(),
                snapshot.units().get(point.unitId()).name(),
                point.month(),
                point.state(),
                measure == null ? null : measure.value(),
                measure == null ? null : measure.weight(),
                measure == null ? null : measure.numerator(),
                measure == null ? null : measure.denominator(),
                point.baseline(),
                baseline == null ? null : baseline.version(),
                baseline == null ? null : baseline.approved(),
                baseline == null ? null : baseline.late(),
                point.target(),
                exposure == null ? null : exposure.amount(),
                exposure == null ? null : exposure.source(),
                exposure == null ? null : exposure.from(),
                point.valueOverCycle(),
                point.baselineOverCycle(),
                point.gain(),
                point.plannedGain(),
                point.perUnit(),
                point.benefit().attributionShare(),
                share,
                point.hours().multiply(share),
                point.nok().multiply(share),
                point.plannedHours().multiply(share),
                point.plannedNok().multiply(share),
                point.hourlyCost(),
                point.ownBudgetNok().multiply(share),
                point.suppressed());
    }
}
