package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The municipality's own dated figures.
 *
 * @param hoursPerFte hours of one full-time position a year, each above 0; published sources differ (1,695 to 1,750)
 * @param hourlyCost NOK an hour of work costs the municipality
 * @throws IllegalArgumentException when an hoursPerFte is not above 0
 */
public record Parameters(Dated hoursPerFte, Dated hourlyCost) {
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);

    public Parameters {
        hoursPerFte.byMonth().values().forEach(hours -> Require.positive(hours, "Hours per full-time position"));
    }

    /**
     * Hours as full-time positions over the period, by the hours per position that hold in its last month.
     *
     * @return empty when none hold then
     */
    public Optional<BigDecimal> fte(BigDecimal hours, Period period) {
        return hoursPerFte.at(period.to()).map(yearly -> {
            BigDecimal months = BigDecimal.valueOf(period.months());
            return Rounding.quotient(hours.multiply(MONTHS_OF_YEAR), yearly.multiply(months));
        });
    }
}
