package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.indicator.IndicatorResource.Request;
import no.nullpunkt.indicator.IndicatorResource.Response;
import no.nullpunkt.indicator.IndicatorResource.ValuationRequest;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Defines indicators and the units they are measured in. */
@ApplicationScoped
public class IndicatorService {

    /** Month, quarter, tertial, half-year and year. */
    private static final Set<Integer> FREQUENCIES = no.nullpunkt.calculation.Indicator.FREQUENCIES;

    private final Indicators indicators;
    private final SeriesRepository seriesRepository;
    private final Benefits benefits;
    private final Rollouts rollouts;
    private final Units units;
    private final Catalogue catalogue;
    private final ClosedMonths closedMonths;

    IndicatorService(
            Indicators indicators,
            SeriesRepository seriesRepository,
            Benefits benefits,
            Rollouts rollouts,
            Units units,
            Catalogue catalogue,
            ClosedMonths closedMonths) {
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
        this.benefits = benefits;
        this.rollouts = rollouts;
        this.units = units;
        this.catalogue = catalogue;
        this.closedMonths = closedMonths;
    }

    @Transactional
    public Response create(Caller caller, UUID benefitId, Request request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var benefit = benefits.summaryOf(caller.municipalityId(), benefitId);
        var indicator = new Indicator(caller.municipalityId(), benefit.id());
        describe(indicator, request);
        indicator.measureFrom = Optional.ofNullable(request.measureFrom())
                .or(() -> Optional.ofNullable(rollouts.summaryOf(caller.municipalityId(), benefit.rolloutId())
                        .goLive()))
                .orElseThrow(() -> Problem.ruleAt("/measureFrom", "measure-from-unknown"));
        mustEndAfterItBegins(indicator);
        indicators.persist(indicator);
        var series = measureIn(indicator, request.unitIds(), List.of());
        indicators.flush();
        return Response.of(indicator, series);
    }

    /**
     * Changes a definition.
     *
     * @throws Problem 409 where values or null-points would come to mean something else, or be lost with their unit, 422
     *     where reported months would count otherwise and nobody says why
     */
    @Transactional
    Response change(Caller caller, UUID id, IfMatch ifMatch, Request request) {
        caller.mustLeadProjects();
        caller.beginChange(request.reason());
        var indicator = indicators.getForChange(caller.municipalityId(), id);
        var present = seriesRepository.listOf(caller.municipalityId(), List.of(id));
        ifMatch.check(indicator.version, () -> Response.of(indicator, present));
        var meansAnother = request.aggregation() != indicator.aggregation
                || request.frequencyMonths() != null && request.frequencyMonths() != indicator.frequencyMonths;
        if (meansAnother && present.stream().anyMatch(seriesRepository::isMeasured)) {
            throw Problem.conflict("has-values").at("/aggregation", "has-values");
        }
        if (indicator.countsPersons
                && !Boolean.TRUE.equals(request.countsPersons())
                && present.stream().anyMatch(seriesRepository::isMeasured)) {
            // Else every small count of theirs would be shown at once.
            throw Problem.conflict("has-values").at("/countsPersons", "has-values");
        }
        var watch = closedMonths
                .of(caller.municipalityId())
                .watch(month -> indicator.countingIn(
                        month, present.stream().map(series -> series.unitId).collect(Collectors.toSet())));
        describe(indicator, request);
        if (request.measureFrom() != null) {
            indicator.measureFrom = request.measureFrom();
        }
        mustEndAfterItBegins(indicator);
        watch.mustExplain(month -> indicator.countingIn(month, Set.copyOf(request.unitIds())), request.reason());
        var series = measureIn(indicator, request.unitIds(), present);
        indicators.flush();
        return Response.of(indicator, series);
    }

    private void describe(Indicator indicator, Request request) {
        var frequency = Optional.ofNullable(request.frequencyMonths()).orElse(1);
        if (!FREQUENCIES.contains(frequency)) {
            throw Problem.ruleAt("/frequencyMonths", "unknown-frequency");
        }
        if (request.catalogueCode() != null
                && catalogue.findIndicator(request.catalogueCode()).isEmpty()) {
            throw Problem.ruleAt("/catalogueCode", "unknown-indicator-code", request.catalogueCode());
        }
        indicator.name = request.name().strip();
        indicator.unit = request.unit().strip();
        indicator.role = request.role();
        indicator.direction = request.direction();
        indicator.aggregation = request.aggregation();
        indicator.factor = Optional.ofNullable(request.factor()).orElse(BigDecimal.ONE);
        indicator.frequencyMonths = frequency.shortValue();
        indicator.measureTo = request.measureTo();
        indicator.countsPersons = Boolean.TRUE.equals(request.countsPersons());
        indicator.tolerance = Optional.ofNullable(request.tolerance()).orElse(BigDecimal.ZERO);
        indicator.numerator = request.numerator();
        indicator.denominator = request.denominator();
        indicator.dataSource = request.dataSource();
        indicator.catalogueCode = request.catalogueCode();
        value(indicator, request.valuation());
    }

    private static void value(Indicator indicator, ValuationRequest valuation) {
        indicator.valuation = valuation == null ? ValuationKind.NONE : valuation.kind();
        var amounts = amounts(valuation);
        if (indicator.valuation == ValuationKind.NONE && !amounts.isEmpty()) {
            throw Problem.ruleAt("/valuation/perUnit", "amount-without-valuation");
        }
        if (indicator.valuation != ValuationKind.NONE && amounts.isEmpty()) {
            throw Problem.ruleAt("/valuation/perUnit", "valuation-without-amount");
        }
        if (indicator.valuation != ValuationKind.NONE && indicator.countsPersons) {
            throw Problem.ruleAt("/valuation", "persons-not-valued");
        }
        if (!SeriesService.areSame(indicator.amounts, amounts)) {
            indicator.amounts.keySet().retainAll(amounts.keySet());
            indicator.amounts.putAll(amounts);
        }
    }

    private static Map<LocalDate, BigDecimal> amounts(ValuationRequest valuation) {
        var amounts = new LinkedHashMap<LocalDate, BigDecimal>();
        if (valuation != null && valuation.perUnit() != null) {
            for (var i = 0; i < valuation.perUnit().size(); i++) {
                var amount = valuation.perUnit().get(i);
                if (amounts.put(amount.from().atDay(1), amount.amount()) != null) {
                    throw Problem.ruleAt("/valuation/perUnit/" + i + "/from", "twice-in-list");
                }
            }
        }
        return amounts;
    }

    private static void mustEndAfterItBegins(Indicator indicator) {
        if (indicator.measureTo != null && indicator.measureTo.isBefore(indicator.measureFrom)) {
            throw Problem.ruleAt("/measureTo", "period-backwards");
        }
    }

    private List<Series> measureIn(Indicator indicator, List<UUID> unitIds, List<Series> present) {
        if (Set.copyOf(unitIds).size() < unitIds.size()) {
            throw Problem.ruleAt("/unitIds", "twice-in-list");
        }
        units.mustExist(indicator.municipalityId, unitIds, "/unitIds");
        var measured = new HashSet<UUID>();
        for (var series : present) {
            if (unitIds.contains(series.unitId)) {
                measured.add(series.unitId);
            } else if (seriesRepository.isMeasured(series)) {
                throw Problem.conflict("unit-has-values", series.unitId)
                        .at("/unitIds", "unit-has-values", series.unitId);
            } else {
                seriesRepository.delete(series);
            }
        }
        for (var unitId : unitIds) {
            if (!measured.contains(unitId)) {
                seriesRepository.persist(new Series(seriesRepository.nextId(), indicator, unitId));
            }
        }
        seriesRepository.flush();
        var series = seriesRepository.listOf(indicator.municipalityId, List.of(indicator.id));
        countOnce(indicator, series, unitIds);
        return series;
    }

    /** Hours of a catalogue group are the same hours: only one of its indicators is valued in a unit. */
    private void countOnce(Indicator indicator, List<Series> series, List<UUID> unitIds) {
        var group = indicator.valuation == ValuationKind.NONE || indicator.catalogueCode == null
                ? null
                : catalogue.findIndicator(indicator.catalogueCode).orElseThrow().overlapGroup();
        for (var each : series) {
            if (group != null) {
                seriesRepository.findOverlapping(indicator, each.unitId, group).ifPresent(other -> {
                    throw Problem.conflict("overlap", other)
                            .at("/unitIds/" + unitIds.indexOf(each.unitId), "overlap", other);
                });
            }
            each.overlapGroup = group;
        }
    }
}
