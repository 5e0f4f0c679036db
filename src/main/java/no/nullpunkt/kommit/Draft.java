package no.nullpunkt.kommit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.kommit.Finding.Kind;
import no.nullpunkt.kommit.KommitReport.ActionPart;
import no.nullpunkt.kommit.KommitReport.BaselinePart;
import no.nullpunkt.kommit.KommitReport.BenefitPart;
import no.nullpunkt.kommit.KommitReport.FoundCell;
import no.nullpunkt.kommit.KommitReport.IndicatorPart;
import no.nullpunkt.kommit.KommitReport.Outcome;
import no.nullpunkt.kommit.KommitReport.ResultPart;
import no.nullpunkt.kommit.KommitReport.RolloutPart;
import no.nullpunkt.kommit.KommitReport.TargetPart;
import no.nullpunkt.kommit.KommitReport.Told;
import no.nullpunkt.kommit.KommitResource.BenefitAnswer;
import no.nullpunkt.kommit.KommitResource.Request;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Text;

/** Decides what a sheet becomes: what it says, what the request answers, and else what is assumed, which is told. */
final class Draft {

    /** Words that an action begins with when it ends an old routine. */
    private static final Pattern STOPS = Pattern.compile("^(slutt|avslutt|avvikl|stopp|stans|fjern|legge? ned)\\p{L}*");

    private final Tool tool;
    private final Request request;
    private final PeopleInSheet people;
    private final Language language;
    private final YearMonth measureFrom;
    private final UUID measuredIn;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A draft of what would be made.
     *
     * @throws Problem 422 where the request leaves out what nothing can be assumed for
     */
    Draft(Tool tool, Request request, PeopleInSheet people, Language language) {
        this.tool = tool;
        this.request = request;
        this.people = people;
        this.language = language;
        this.measureFrom = Optional.ofNullable(request.measureFrom())
                .or(() -> Optional.ofNullable(request.goLive()))
                .or(() -> Optional.ofNullable(request.plannedGoLive()))
                .orElseThrow(() -> Problem.ruleAt("/measureFrom", "measure-from-unknown"));
        this.measuredIn = Optional.ofNullable(request.measuredInId())
                .or(() -> request.unitIds().stream()
                        .filter(id -> request.unitIds().size() == 1)
                        .findFirst())
                .orElseThrow(() -> Problem.ruleAt("/measuredInId", "measured-where"));
        findings.addAll(tool.findings());
        findings.addAll(people.findings());
    }

    KommitReport report() {
        var rollout = rollout();
        var benefits = tool.benefits().stream().map(this::benefit).toList();
        if (benefits.isEmpty()) {
            tell(Kind.MUST_MEND, "no-benefits", new Place(Layout.CHANGES.sheetName(), "C5"));
        }
        return new KommitReport(
                mustMend().isEmpty() ? Outcome.READY : Outcome.MUST_MEND,
                null,
                rollout,
                benefits,
                people.all(),
                tool.found().stream()
                        .map(each ->
                                new FoundCell(each.place().sheet(), each.place().cell(), each.text(), each.used()))
                        .toList(),
                findings.stream()
                        .sorted((a, b) -> a.kind().compareTo(b.kind()))
                        .map(this::told)
                        .toList());
    }

    /** What must be mended or answered before the sheet can be taken in. */
    List<Finding> mustMend() {
        return findings.stream().filter(each -> each.kind() == Kind.MUST_MEND).toList();
    }

    private Told told(Finding finding) {
        var place = finding.place();
        return new Told(finding.kind(), finding.code(), place.sheet(), place.cell(), finding.message(language));
    }

    private void tell(Kind kind, String code, Place place, Object... arguments) {
        findings.add(new Finding(kind, code, place, arguments));
    }

    /** Takes something for granted, and says so. */
    private <T> T assume(T assumed, String code, Place place, Object... arguments) {
        tell(Kind.ASSUMED, code, place, arguments);
        return assumed;
    }

    private RolloutPart rollout() {
        var project = tool.project();
        var card = new Place(Layout.CARD.sheetName(), "B4");
        var name = request.name();
        if (name == null && project.name() != null) {
            name = shortened(project.name());
        }
        if (name == null) {
            tell(Kind.MUST_MEND, "no-project-name", card);
        }
        if (request.technologies().size() > 1) {
            tell(Kind.NOT_USED, "shares-open", card);
        }
        if (people.idOf(project.serviceOwner()) != null) {
            tell(
                    Kind.ASSUMED,
                    "overall-owner",
                    project.serviceOwner().place(),
                    project.serviceOwner().value());
        }
        return new RolloutPart(
                name,
                Given.valueOf(project.purpose()),
                request.technologies(),
                request.unitIds(),
                request.plannedGoLive(),
                request.goLive(),
                people.idOf(project.projectLeader()));
    }

    private BenefitPart benefit(Filled filled) {
        var place = filled.title.place();
        var answer = Optional.ofNullable(request.benefits()).orElse(List.of()).stream()
                .filter(each -> each.cell().equals(place.cell()))
                .findFirst()
                .orElse(new BenefitAnswer(place.cell(), null, null, null, null));
        var type = answer.type() == null ? Given.valueOf(filled.type) : answer.type();
        var ownerId = people.idOf(filled.owner);
        return new BenefitPart(
                null,
                place.toString(),
                shortened(filled.title),
                type,
                answer.planHeading() == null ? headingOf(type, place) : answer.planHeading(),
                description(filled),
                filled.assumptions == null
                        ? List.of()
                        : filled.assumptions
                                .value()
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                ownerId,
                people.idOf(tool.project().serviceOwner()),
                filled.actions.stream().map(action -> action(action, ownerId)).toList(),
                indicator(filled, answer, type));
    }

    private PlanHeading headingOf(BenefitType type, Place place) {
        if (type == null) {
            return null;
        }
        var heading = switch (type) {
            case AVOIDED_COST -> PlanHeading.OWN_BUDGET;
            case TIME_SAVED -> PlanHeading.ALTERNATIVE_USE;
            case QUALITY -> PlanHeading.NON_PRICED;
        };
        return assume(heading, "plan-heading", place, language.text("labels", "planHeading-" + heading));
    }

    /** A name that is too long is cut, and kept whole in the description. */
    private String shortened(Given<String> name) {
        var oneLine = name.value().replaceAll("\\s+", " ");
        if (oneLine.length() <= Text.NAME) {
            return oneLine;
        }
        return assume(oneLine.substring(0, Text.NAME - 1) + "…", "name-shortened", name.place(), Text.NAME);
    }

    private String description(Filled filled) {
        var remarks = new ArrayList<>(filled.remarks);
        if (filled.title.value().length() > Text.NAME) {
            remarks.add(0, new Tool.Remark("remark-title", filled.title));
        }
        if (filled.indicator != null && filled.indicator.value().length() > Text.NAME) {
            remarks.add(new Tool.Remark("remark-indicator", filled.indicator));
        }
        var description = remarks.stream()
                .map(remark -> language.text("kommit", remark.heading()) + ": "
                        + remark.text().value())
                .collect(Collectors.joining("\n"));
        if (description.length() > Text.LIMIT) {
            tell(Kind.MUST_MEND, "description-too-long", filled.title.place(), Text.LIMIT);
        }
        return description.isEmpty() ? null : description;
    }

    private ActionPart action(Tool.Action action, UUID ownerId) {
        var text = action.description();
        var stops = STOPS.matcher(Layout.normalised(text.value())).find();
        tell(Kind.ASSUMED, stops ? "action-stops" : "action-adopts", text.place());
        return new ActionPart(
                text.place().toString(),
                text.value(),
                stops,
                action.due() == null
                        ? assume(measureFrom.atEndOfMonth(), "action-due", text.place(), measureFrom.atEndOfMonth())
                        : action.due().value(),
                responsible(action, ownerId));
    }

    private UUID responsible(Tool.Action action, UUID ownerId) {
        if (action.responsible() != null || ownerId == null) {
            return people.idOf(action.responsible());
        }
        return assume(ownerId, "action-responsible", action.description().place());
    }

    private IndicatorPart indicator(Filled filled, BenefitAnswer answer, BenefitType type) {
        if (filled.indicator == null && filled.baseline == null && filled.target == null && filled.result == null) {
            return null;
        }
        var named = filled.indicator == null
                ? assume(filled.title, "indicator-named-as-benefit", filled.title.place())
                : filled.indicator;
        var place = named.place();
        return new IndicatorPart(
                null,
                place.toString(),
                shortened(named),
                filled.unit == null
                        ? assume(language.text("kommit", "unit-not-given"), "unit-missing", place)
                        : shortened(filled.unit),
                type == null
                        ? assume(IndicatorRole.QUALITY, "role-missing", place)
                        : IndicatorRole.valueOf(type.name()),
                direction(filled, answer, type, place),
                answer.aggregation() == null ? assume(Aggregation.LATEST, "level", place) : answer.aggregation(),
                Optional.ofNullable(request.frequencyMonths()).orElse(1),
                measureFrom,
                measuredIn,
                people.idOf(filled.measurer),
                filled.baseline == null ? null : baseline(filled),
                filled.target == null ? null : target(filled),
                filled.result == null ? null : result(filled.result));
    }

    private Direction direction(Filled filled, BenefitAnswer answer, BenefitType type, Place place) {
        if (answer.direction() != null) {
            return answer.direction();
        }
        var wanted = filled.baseline == null || filled.target == null
                ? 0
                : filled.target.value().compareTo(filled.baseline.value());
        var higher = wanted == 0 ? type == null || type == BenefitType.QUALITY : wanted > 0;
        var code = (wanted == 0 ? "direction-of-type" : "direction-of-target") + (higher ? "-higher" : "-lower");
        return assume(higher ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER, code, place);
    }

    private BaselinePart baseline(Filled filled) {
        Given<BigDecimal> given = filled.baseline;
        tell(Kind.ASSUMED, "baseline-estimated", given.place());
        var method = filled.method == null
                ? assume(language.text("kommit", "method-not-given"), "method-missing", given.place())
                : filled.method.value();
        LocalDate from;
        LocalDate to;
        if (request.baselineFrom() != null) {
            from = request.baselineFrom().atDay(1);
            to = Optional.ofNullable(request.baselineTo())
                    .orElse(request.baselineFrom())
                    .atEndOfMonth();
        } else if (tool.planned() != null) {
            from = assume(
                    tool.planned().value(),
                    "baseline-of-date",
                    given.place(),
                    tool.planned().value());
            to = from;
        } else {
            var before = measureFrom.minusMonths(1);
            from = assume(before.atDay(1), "baseline-before-start", given.place(), before);
            to = before.atEndOfMonth();
        }
        return new BaselinePart(given.place().toString(), given.value(), from, to, method);
    }

    private TargetPart target(Filled filled) {
        var place = filled.target.place();
        var realised = filled.realised == null ? null : YearMonth.from(filled.realised.value());
        var from = realised != null && realised.isAfter(measureFrom)
                ? assume(realised, "target-when-realised", place, realised)
                : assume(measureFrom, "target-from-start", place, measureFrom);
        return new TargetPart(place.toString(), filled.target.value(), from);
    }

    private ResultPart result(Given<BigDecimal> result) {
        var month = request.resultMonth();
        if (month == null && tool.measured() != null) {
            month = assume(
                    YearMonth.from(tool.measured().value()),
                    "result-of-date",
                    result.place(),
                    YearMonth.from(tool.measured().value()));
        }
        if (month == null) {
            tell(Kind.MUST_MEND, "result-without-month", result.place());
        } else if (month.isBefore(measureFrom)) {
            tell(Kind.NOT_USED, "result-before-start", result.place(), month, measureFrom);
        }
        return new ResultPart(result.place().toString(), result.value(), month);
    }
}
