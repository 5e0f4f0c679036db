package no.nullpunkt.results;

import java.time.LocalDate;

/**
 * Who measures a series, and the null-point it is held against.
 *
 * @param id the key of the series in the database
 * @param measurer whoever is named for it, or null
 * @param baseline null without a null-point
 */
public record SeriesFacts(long id, Named measurer, BaselineFacts baseline) {

    /**
     * How the null-point in use came about; its number is in {@link no.nullpunkt.calculation.Series}.
     *
     * @param quality MEASURED, SAMPLE or ESTIMATE
     * @param reason why it is late or was changed, or null
     * @param late measured past go-live, and so not quite before the start
     */
    public record BaselineFacts(
            int version,
            boolean approved,
            boolean late,
            LocalDate from,
            LocalDate to,
            String method,
            String quality,
            String reason) {}
}
