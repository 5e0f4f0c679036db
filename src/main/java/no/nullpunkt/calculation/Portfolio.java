package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Benefits to be added up, each once, with the parameters of their municipality.
 */
public record Portfolio(List<Benefit> benefits, Parameters parameters) {
    public Portfolio {
        benefits = List.copyOf(benefits);
    }

    /** The same with this benefit alone, or with none when it is not there. */
    public Portfolio of(UUID benefitId) {
        return new Portfolio(
                benefits.stream()
                        .filter(benefit -> benefit.id().equals(benefitId))
                        .toList(),
                parameters);
    }

    /**
     * All points of the period, ready to be grouped.
     *
     * @param now the current month; a cycle whose last month is this or a later one has not ended
     */
    public Rollup over(Period period, YearMonth now) {
        return new Rollup(this, period, points(period, now).toList());
    }

    /** The same with no point held: each grouping makes them anew, which takes longer and leaves nothing behind. */
    public Rollup walkedOver(Period period, YearMonth now) {
        return new Rollup(this, period, new Walk.Anew(() -> points(period, now)));
    }

    private Stream<Point> points(Period period, YearMonth now) {
        return benefits.stream()
                .flatMap(benefit -> benefit.indicators().stream().flatMap(indicator -> {
                    List<Cycle> cycles = Cycle.of(parameters, benefit, indicator, period);
                    return indicator.series().stream()
                            .flatMap(series -> Points.of(benefit, indicator, series, cycles, period.from(), now));
                }));
    }
}
