package no.nullpunkt.entry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.catalogue.Wording;

/**
 * One indicator in one unit, as whoever enters its values knows it.
 *
 * @param technology the name of the technology that has most of the benefit; null where it has none
 * @param name of the indicator
 * @param measuredIn the unit of measure, in words
 * @param numerator what a ratio's numerator counts, in words; null elsewhere
 * @param denominator what a ratio's denominator, or a mean's weight, counts; may be null
 * @param definition how it counts, without series
 * @param valued whether it turns into hours or kroner, so that a mean needs its weight
 * @param responsible who owes the values: the measurer, else the benefit's owner; null where nobody is named
 * @param asker who demands the figures, or null
 * @param baseline the null-point that counts, or null
 */
public record EntrySeries(
        long id,
        UUID indicatorId,
        UUID unitId,
        UUID benefitId,
        Wording technology,
        String benefit,
        String name,
        String unit,
        String measuredIn,
        String numerator,
        String denominator,
        Indicator definition,
        boolean valued,
        UUID measurerId,
        Person responsible,
        Person asker,
        Measure baseline,
        boolean baselineApproved) {

    public record Person(UUID id, String name) {}

    public Aggregation aggregation() {
        return definition.aggregation();
    }

    public int frequencyMonths() {
        return definition.frequencyMonths();
    }

    /** The first month of the cycle that ends in the month given. */
    public YearMonth cycleStart(YearMonth month) {
        return definition.cycleStart(month);
    }

    /** A value, or the null-point, in the unit shown; null for no measure. */
    public BigDecimal shown(Measure measure) {
        return measure == null ? null : definition.shown(measure);
    }

    static Indicator definition(
            UUID id,
            Direction direction,
            Aggregation aggregation,
            BigDecimal factor,
            int frequencyMonths,
            YearMonth from,
            YearMonth to) {
        return new Indicator(
                id,
                null,
                direction,
                aggregation,
                factor,
                frequencyMonths,
                from,
                to,
                BigDecimal.ZERO,
                Valuation.NONE,
                List.of());
    }
}
