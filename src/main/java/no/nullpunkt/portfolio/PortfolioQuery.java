package no.nullpunkt.portfolio;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.ResultsQuery;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Choice;

/** What a page of the portfolio is narrowed to and how it is told, as its address says. */
public class PortfolioQuery extends ResultsQuery {

    static final String ALL = "all";

    @QueryParam("view")
    String view;

    @QueryParam("groupBy")
    String groupBy;

    @QueryParam("type")
    String type;

    @QueryParam("planHeading")
    String planHeading;

    @QueryParam("status")
    String status;

    @QueryParam("show")
    String show;

    View view() {
        return View.parse(view);
    }

    GroupBy groupBy() {
        return groupBy == null || groupBy.isEmpty() ? GroupBy.TECHNOLOGY : GroupBy.parse(groupBy);
    }

    /** Null for all types, as are the two below for theirs. */
    BenefitType type() {
        return Choice.ofCodes("type", type, BenefitType.class).orElse(null);
    }

    PlanHeading planHeading() {
        return Choice.ofCodes("planHeading", planHeading, PlanHeading.class).orElse(null);
    }

    Status status() {
        return Choice.ofCodes("status", status, Status.class).orElse(null);
    }

    /** Whether long lists are to be shown whole. */
    boolean showsAll() {
        return ALL.equals(show);
    }

    /** What of a snapshot is asked about; a benefit's status is that of the period. */
    Snapshot narrowed(Snapshot read) {
        var asked = type() == null && planHeading() == null
                ? read
                : read.only(facts -> (type() == null || facts.type() == type())
                        && (planHeading() == null || facts.planHeading() == planHeading()));
        if (status() == null) {
            return asked;
        }
        var bearing = asked.rollup().byBenefit().stream()
                .filter(group -> group.figures().status() == status())
                .map(group -> group.key())
                .collect(Collectors.toSet());
        return asked.only(facts -> bearing.contains(facts.id()));
    }

    /** The address of a page that is narrowed and told the same. */
    Address address(String path, Clock clock) {
        var period = period(clock);
        var filter = filter();
        return Address.of(path)
                .with("from", period.from().toString())
                .with("to", period.to().toString())
                .with("asOf", asOf() == null ? null : asOf().toString())
                .with("basis", basis() == Basis.REPORTED ? null : "restated")
                .with("technology", filter.technologies().stream().sorted().toList())
                .with(
                        "unitId",
                        filter.unitIds().stream().map(UUID::toString).sorted().toList())
                .with(
                        "benefitId",
                        filter.benefitIds().stream()
                                .map(UUID::toString)
                                .sorted()
                                .toList())
                .with(
                        "indicatorId",
                        filter.indicatorIds().stream()
                                .map(UUID::toString)
                                .sorted()
                                .toList())
                .with("type", type() == null ? null : type().name())
                .with(
                        "planHeading",
                        planHeading() == null ? null : planHeading().name())
                .with("status", status() == null ? null : status().name())
                .with("view", view().parameter())
                .with("groupBy", groupBy().parameter())
                .with("show", showsAll() ? ALL : null);
    }
}
