package no.nullpunkt.results;

import java.util.UUID;

/**
 * What people know an indicator by; what it is calculated with is in {@link no.nullpunkt.calculation.Indicator}.
 *
 * @param unit what is counted, such as minutes or per cent
 * @param numerator what a ratio's numerator counts, in words; null elsewhere, as is the denominator
 * @param catalogueCode the ready indicator it was made from, or null
 * @param countsPersons whether small counts of it are hidden
 */
public record IndicatorFacts(
        UUID id,
        UUID benefitId,
        String name,
        String unit,
        String numerator,
        String denominator,
        String dataSource,
        String catalogueCode,
        boolean countsPersons) {}
