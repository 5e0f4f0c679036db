package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Benefits to be added up, each once, with the parameters of their municipality.
 */
public record Portfolio(List<Benefit> benefits, Parameters parameters) {
    public Portfolio {
        benefits = List.copyOf(benefits);
    }

    /**
     * All points of the period, ready to be grouped.
     *
     * @param now the current month; a cycle whose last month is this or a later one has not ended
     */
    public Rollup over(Period period, YearMonth now) {
        List<Point> points = new ArrayList<>();
        for (Benefit benefit : benefits) {
            for (Indicator indicator : benefit.indicators()) {
                List<Cycle> cycles = Cycle.of(parameters, benefit, indicator, period);
                for (Series series : indicator.series()) {
                    points.addAll(Points.of(benefit, indicator, series, cycles, period.from(), now));
                }
            }
        }
        return new Rollup(this, period, points);
    }
}
