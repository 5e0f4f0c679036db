package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.BenefitResource;
import no.nullpunkt.benefit.BenefitService;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.indicator.ReadyBenefitResource.Request;
import no.nullpunkt.indicator.ReadyBenefitResource.Response;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/**
 * Makes benefits and indicators of the catalogue's ready ones. Each indicator that shows a benefit makes one of its
 * own; drivers and disbenefits join the first benefit of their technology, so that new work is netted where it arose.
 */
@ApplicationScoped
class ReadyBenefitService {

    private final Catalogue catalogue;
    private final Rollouts rollouts;
    private final BenefitService benefits;
    private final IndicatorService indicators;

    ReadyBenefitService(Catalogue catalogue, Rollouts rollouts, BenefitService benefits, IndicatorService indicators) {
        this.catalogue = catalogue;
        this.rollouts = rollouts;
        this.benefits = benefits;
        this.indicators = indicators;
    }

    @Transactional
    Response create(Caller caller, UUID rolloutId, Request request, Language language) {
        caller.mustLeadProjects();
        var rollout = rollouts.summaryOf(caller.municipalityId(), rolloutId);
        var chosen = chosen(request.indicatorCodes(), rollout.technologies());
        var unitIds = request.unitIds() == null ? rollout.unitIds() : request.unitIds();
        var firstOfTechnology = new LinkedHashMap<String, UUID>();
        var made = new ArrayList<BenefitResource.Response>();
        var measured = new ArrayList<IndicatorResource.Response>();
        for (var ready : benefitsFirst(chosen)) {
            var joins = typeOf(ready.role()) == null ? firstOfTechnology.get(ready.technology()) : null;
            var benefitId = joins;
            if (joins == null) {
                var benefit = benefits.create(caller, rolloutId, benefit(ready, request, language));
                made.add(benefit);
                benefitId = benefit.id();
                firstOfTechnology.putIfAbsent(ready.technology(), benefitId);
            }
            var indicator = indicator(ready, request, unitIds, language);
            try {
                measured.add(indicators.create(caller, benefitId, indicator));
            } catch (Problem problem) {
                // Units and amounts are those of several: this tells of whose.
                var first = problem.first();
                throw problem.at(
                        "/indicatorCodes/" + request.indicatorCodes().indexOf(ready.code()),
                        first.code(),
                        first.arguments());
            }
        }
        return new Response(made, measured);
    }

    private List<Catalogue.Indicator> chosen(List<String> codes, List<String> technologies) {
        if (Set.copyOf(codes).size() < codes.size()) {
            throw Problem.ruleAt("/indicatorCodes", "twice-in-list");
        }
        var chosen = new ArrayList<Catalogue.Indicator>();
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            var pointer = "/indicatorCodes/" + i;
            var ready = catalogue
                    .findIndicator(code)
                    .orElseThrow(() -> Problem.ruleAt(pointer, "unknown-indicator-code", code));
            if (!technologies.contains(ready.technology())) {
                throw Problem.ruleAt(pointer, "technology-not-in-rollout", code, ready.technology());
            }
            chosen.add(ready);
        }
        return chosen;
    }

    private static List<Catalogue.Indicator> benefitsFirst(List<Catalogue.Indicator> chosen) {
        var ordered = new ArrayList<>(chosen);
        ordered.sort((a, b) -> Boolean.compare(typeOf(a.role()) == null, typeOf(b.role()) == null));
        return ordered;
    }

    private static BenefitType typeOf(IndicatorRole role) {
        return switch (role) {
            case TIME_SAVED -> BenefitType.TIME_SAVED;
            case AVOIDED_COST -> BenefitType.AVOIDED_COST;
            case QUALITY -> BenefitType.QUALITY;
            case DISBENEFIT, DRIVER -> null;
        };
    }

    private static BenefitResource.Request benefit(Catalogue.Indicator ready, Request request, Language language) {
        return new BenefitResource.Request(
                ready.names().in(language),
                typeOf(ready.role()),
                request.planHeading(),
                null,
                List.of(new BenefitResource.Share(ready.technology(), BigDecimal.ONE)),
                null,
                null,
                request.beneficiaries(),
                null,
                request.ownerId(),
                request.overallOwnerId(),
                request.askerId(),
                null,
                null);
    }

    private static IndicatorResource.Request indicator(
            Catalogue.Indicator ready, Request request, List<UUID> unitIds, Language language) {
        return new IndicatorResource.Request(
                ready.names().in(language),
                ready.unit().in(language),
                ready.role(),
                ready.direction(),
                ready.aggregation(),
                ready.factor(),
                ready.frequencyMonths(),
                request.measureFrom(),
                null,
                ready.countsPersons(),
                null,
                ready.numerator() == null ? null : ready.numerator().in(language),
                ready.denominator() == null ? null : ready.denominator().in(language),
                ready.dataSource() == null ? null : ready.dataSource().in(language),
                ready.code(),
                request.valuationOf(ready.code()),
                unitIds,
                null);
    }
}
