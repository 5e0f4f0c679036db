package no.nullpunkt.results;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Values;

/** Puts rows together into a portfolio and the facts beside it, all in one order. */
final class Assembly {

    static final Values NO_VALUES = new Values.Held(Collections.emptyNavigableMap());

    private final Rows rows;
    private final Map<Long, Dated> targets;
    private final Map<Long, Values> values;
    private final Map<UUID, List<PortfolioRows.Indicator>> indicatorsOf;
    private final Map<UUID, List<SeriesRows.Series>> seriesOf;

    Assembly(Rows rows, Collection<SeriesRows.Target> targets, Map<Long, Values> values) {
        this.rows = rows;
        this.targets =
                Grouped.dated(targets, SeriesRows.Target::seriesId, SeriesRows.Target::from, SeriesRows.Target::value);
        this.values = values;
        this.indicatorsOf = rows.indicatorsByBenefit();
        this.seriesOf = rows.seriesByIndicator();
    }

    Portfolio portfolio() {
        return new Portfolio(
                rows.benefits().stream().map(this::benefit).toList(),
                rows.municipality().parameters());
    }

    private Benefit benefit(PortfolioRows.Benefit row) {
        return new Benefit(
                row.facts().id(),
                row.facts().type(),
                row.facts().planHeading(),
                row.attributionShare(),
                row.technologies(),
                indicatorsOf.getOrDefault(row.facts().id(), List.of()).stream()
                        .map(indicator -> indicator.definition(series(indicator)))
                        .toList());
    }

    private List<Series> series(PortfolioRows.Indicator indicator) {
        return seriesOf.getOrDefault(indicator.facts().id(), List.of()).stream()
                .map(row -> new Series(
                        row.unitId(),
                        row.baseline(),
                        targets.getOrDefault(row.facts().id(), Dated.NEVER),
                        values.getOrDefault(row.facts().id(), NO_VALUES)))
                .toList();
    }

    Map<UUID, BenefitFacts> benefits() {
        var benefits = new LinkedHashMap<UUID, BenefitFacts>();
        rows.benefits().forEach(row -> benefits.put(row.facts().id(), row.facts()));
        return Collections.unmodifiableMap(benefits);
    }

    Map<UUID, IndicatorFacts> indicators() {
        var indicators = new LinkedHashMap<UUID, IndicatorFacts>();
        rows.indicatorsInOrder().forEach(row -> indicators.put(row.facts().id(), row.facts()));
        return Collections.unmodifiableMap(indicators);
    }

    Map<SeriesKey, SeriesFacts> series() {
        var series = new LinkedHashMap<SeriesKey, SeriesFacts>();
        rows.indicatorsInOrder()
                .flatMap(row -> seriesOf.getOrDefault(row.facts().id(), List.of()).stream())
                .forEach(row -> series.put(row.key(), row.facts()));
        return Collections.unmodifiableMap(series);
    }

    Map<UUID, UnitFacts> units() {
        var units = new LinkedHashMap<UUID, UnitFacts>();
        rows.units().forEach(unit -> units.put(unit.id(), unit));
        return Collections.unmodifiableMap(units);
    }

    Map<String, Names> technologies() {
        var technologies = new LinkedHashMap<String, Names>();
        rows.technologies().forEach(technology -> technologies.put(technology.code(), technology.names()));
        return Collections.unmodifiableMap(technologies);
    }
}
