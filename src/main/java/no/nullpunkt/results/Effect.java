package no.nullpunkt.results;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Course;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Rollup;

/**
 * What became of quality, for users or staff: an indicator of it beside how it was before. Benefits given up are left
 * out.
 *
 * @param course null where it cannot be told: nothing is measured, there is no null-point, or small counts are hidden
 */
public record Effect(UUID benefitId, Indicator indicator, Figures figures, Course course) {

    /** Every indicator of quality, in the order of the portfolio. */
    public static List<Effect> of(Snapshot snapshot, Rollup rollup) {
        var figuresOf = rollup.byIndicator().stream().collect(Collectors.toMap(Group::key, Group::figures));
        return rollup.portfolio().benefits().stream()
                .filter(benefit -> !snapshot.benefits().get(benefit.id()).isAbandoned())
                .flatMap(benefit -> benefit.indicators().stream()
                        .filter(indicator -> indicator.role() == IndicatorRole.QUALITY)
                        .map(indicator -> {
                            var figures = figuresOf.get(indicator.id());
                            return new Effect(benefit.id(), indicator, figures, Course.of(indicator, figures));
                        }))
                .toList();
    }
}
