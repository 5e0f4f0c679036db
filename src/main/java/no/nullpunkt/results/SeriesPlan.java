package no.nullpunkt.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Period;

/**
 * What is to be read of a series: the months where it has points, and those where its exposure may come from.
 *
 * @param indicator its definition, without series
 * @param stay the months that count here
 */
public record SeriesPlan(SeriesRows.Series series, Indicator indicator, Stay stay) {

    /** Of all series, in the order of the portfolio. */
    static List<SeriesPlan> of(Rows rows, Basis basis) {
        var stays = rows.stays(basis);
        var seriesOf = rows.seriesByIndicator();
        return rows.indicatorsInOrder()
                .flatMap(row -> {
                    var definition = row.definition(List.of());
                    return seriesOf.getOrDefault(row.facts().id(), List.of()).stream()
                            .map(series -> new SeriesPlan(series, definition, stays.get(series.unitId())));
                })
                .toList();
    }

    long id() {
        return series.facts().id();
    }

    SeriesKey key() {
        return series.key();
    }

    /** The months of the points in the period, earliest first: there is a point whether or not there is a value. */
    Stream<YearMonth> points(Period period) {
        return indicator.cycleEnds(period).filter(stay::holds);
    }

    /** Where to look for the latest value before the period; only a mean or a ratio carries anything on. */
    Optional<SeriesRows.Before> before(Period period) {
        if (!indicator.aggregation().measuresExposure()) {
            return Optional.empty();
        }
        var first = indicator.measureFrom().plusMonths(indicator.frequencyMonths() - 1L);
        var last = period.from().minusMonths(1);
        if (indicator.measureTo() != null && indicator.measureTo().isBefore(last)) {
            last = indicator.measureTo();
        }
        return last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new SeriesRows.Before(id(), first, last, indicator.frequencyMonths()));
    }
}
