package no.nullpunkt.portfolio;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.portfolio.Overview.EffectShown;
import no.nullpunkt.portfolio.Overview.FilterForm;
import no.nullpunkt.portfolio.Overview.Headline;
import no.nullpunkt.portfolio.Overview.Option;
import no.nullpunkt.portfolio.Overview.Part;
import no.nullpunkt.portfolio.Overview.StatusCount;
import no.nullpunkt.portfolio.Overview.Use;
import no.nullpunkt.portfolio.Overview.Watched;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Effect;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.KeyFigure;
import no.nullpunkt.results.KeyFigures;
import no.nullpunkt.results.Missing;
import no.nullpunkt.results.Shape;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Words;

/** Makes the page of a snapshot, in one language. */
final class OverviewMaker {

    private static final int MOST_ROWS = 12;
    private static final int MOST_ITEMS = 5;
    /** What is taken out can be used for. */
    static final List<String> USES =
            List.of("BUDGET_REDUCED", "POSITION_NOT_FILLED", "MORE_USERS", "BETTER_QUALITY", "OTHER_TASKS");

    private static final List<Status> BEST_FIRST = List.of(
            Status.REACHED,
            Status.ON_TRACK,
            Status.BEHIND,
            Status.OFF_TRACK,
            Status.WORSE_THAN_BASELINE,
            Status.NO_TARGET,
            Status.NO_BASELINE,
            Status.NOT_MEASURED,
            Status.NOT_STARTED);

    private final PortfolioQuery query;
    private final Snapshot snapshot;
    private final Map<UUID, BenefitStory> stories;
    private final Words t;
    private final Language language;
    private final Rollup rollup;
    private final Snapshot ownBudget;
    /** Of this page, and of the terms of its figures as of the same instant. */
    private final Address here;

    private final Address terms;

    OverviewMaker(PortfolioQuery query, Snapshot snapshot, Map<UUID, BenefitStory> stories, Words t, Clock clock) {
        this.query = query;
        this.snapshot = snapshot;
        this.stories = stories;
        this.t = t;
        this.language = t.language();
        this.rollup = snapshot.rollup();
        this.ownBudget = query.view().showsNok() ? snapshot.only(KeyFigures::isOwnBudget) : null;
        this.here = query.address(PortfolioPages.PATH, clock);
        this.terms = here.at(PortfolioPages.PATH + PortfolioPages.TERMS)
                .with("asOf", snapshot.asOf().toString())
                .with("show", "");
    }

    Overview overview(boolean leadsProjects) {
        var view = query.view();
        var keyFigures = KeyFigures.of(snapshot, rollup, stories);
        var all = query.showsAll() ? Integer.MAX_VALUE : MOST_ITEMS;
        var rows = query.showsAll() ? Integer.MAX_VALUE : MOST_ROWS;
        return new Overview(
                view,
                Section.of(view),
                form(),
                snapshot.period(),
                empty(leadsProjects),
                view.keyFigures().stream()
                        .map(figure -> headline(figure, keyFigures))
                        .toList(),
                FigureTable.of(snapshot, rollup, ownBudget, query.groupBy(), terms, rows, language),
                query.groupBy() == GroupBy.MONTH
                        ? null
                        : FigureTable.of(
                                snapshot, rollup, ownBudget, GroupBy.MONTH, terms, Integer.MAX_VALUE, language),
                Part.of(effects(), all),
                uses(),
                statuses(),
                Part.of(Matter.of(snapshot, rollup, stories, t), all),
                Part.of(Owing.of(snapshot, Missing.of(snapshot, rollup, language), t), all),
                Part.of(EarlyWin.of(snapshot, rollup), all),
                Part.of(watched(), all),
                nokNotes(keyFigures),
                snapshot.asOf(),
                rollup.points().stream().anyMatch(point -> point.suppressed()),
                here.with("asOf", snapshot.asOf().toString()).toString(),
                here.with("show", PortfolioQuery.ALL).toString());
    }

    /** In plain words what to do next, where there is nothing to show. */
    private String empty(boolean leadsProjects) {
        if (snapshot.benefits().isEmpty()) {
            var isNarrowed = here.parameters().keySet().stream()
                    .anyMatch(
                            List.of("technology", "unitId", "benefitId", "indicatorId", "type", "planHeading", "status")
                                    ::contains);
            return isNarrowed
                    ? t.of("portfolio-empty-filter")
                    : leadsProjects ? t.of("portfolio-empty-leading") : t.of("portfolio-empty");
        }
        return rollup.points().isEmpty() && snapshot.bookings().isEmpty() ? t.of("portfolio-empty-period") : null;
    }

    private Headline headline(KeyFigure figure, KeyFigures keyFigures) {
        var amount = keyFigures.amount(figure);
        var isCount = figure.unit() == KeyFigure.Unit.COUNT;
        return new Headline(
                figure.name(language),
                figure.note(language),
                query.view() == View.ADMINISTRATION ? null : keyFigures.sentence(figure, language),
                keyFigures.said(figure, language),
                amount.number() == null ? null : amount.number().toPlainString(),
                amount.number() == null || isCount && figure != KeyFigure.VALUES_MEASURED
                        ? anchor(figure)
                        : address(figure));
    }

    /** Where a figure that is no sum is made plain on the page itself. */
    private static String anchor(KeyFigure figure) {
        return switch (figure) {
            case QUALITY_BETTER -> "#effects";
            case BENEFITS_ON_PLAN -> "#statuses";
            case ROUTINES_ENDED -> "#watch";
            default -> null;
        };
    }

    private String address(KeyFigure figure) {
        var ownBudgetTerms = terms.with("planHeading", PlanHeading.OWN_BUDGET.name());
        return (switch (figure) {
                    case PLANNED_HOURS -> of(terms, Figure.PLANNED_HOURS);
                    case MEASURED_HOURS, FTE -> of(terms, Figure.HOURS);
                    case TAKEN_OUT_HOURS -> of(terms, Figure.TAKEN_OUT_HOURS);
                    case UNACCOUNTED_HOURS -> of(terms, Figure.UNACCOUNTED_HOURS);
                    case HOURS_FOR_USERS ->
                        of(terms, Figure.TAKEN_OUT_HOURS).with("category", List.of("MORE_USERS", "BETTER_QUALITY"));
                    case HOURS_FOR_OTHER_TASKS ->
                        of(terms, Figure.TAKEN_OUT_HOURS).with("category", "OTHER_TASKS");
                    case PLANNED_NOK -> of(ownBudgetTerms, Figure.PLANNED_NOK);
                    case MEASURED_NOK -> of(ownBudgetTerms, Figure.NOK);
                    case TAKEN_OUT_NOK -> of(ownBudgetTerms, Figure.TAKEN_OUT_NOK);
                    case UNACCOUNTED_NOK -> of(ownBudgetTerms, Figure.UNACCOUNTED_NOK);
                    case HOURS_IN_NOK -> of(ownBudgetTerms, Figure.OWN_BUDGET_NOK);
                    case VALUES_MEASURED -> of(terms, Figure.MEASURED);
                    case QUALITY_BETTER, BENEFITS_ON_PLAN, ROUTINES_ENDED ->
                        throw new IllegalArgumentException(figure + " is no sum of terms");
                })
                .toString();
    }

    private static Address of(Address address, Figure figure) {
        return address.with("figure", figure.parameter());
    }

    private List<EffectShown> effects() {
        return Effect.of(snapshot, rollup).stream()
                .filter(effect -> effect.figures().measured() > 0)
                .sorted(Comparator.comparing(Effect::course, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(effect -> {
                    var facts = snapshot.indicators().get(effect.indicator().id());
                    var figures = effect.figures();
                    return new EffectShown(
                            effect.benefitId(),
                            facts.name(),
                            facts.unit(),
                            effect.course(),
                            figures.baselineLevel(),
                            figures.level(),
                            figures.suppressed());
                })
                .toList();
    }

    private List<Use> uses() {
        if (!snapshot.filter().indicatorIds().isEmpty()) {
            return List.of();
        }
        var hours = TakenOut.byCategory(snapshot, rollup);
        var nok = ownBudget == null ? Map.<String, TakenOut>of() : TakenOut.byCategory(ownBudget, rollup);
        var ownTerms = terms.with("planHeading", PlanHeading.OWN_BUDGET.name());
        return USES.stream()
                .filter(hours::containsKey)
                .map(category -> new Use(
                        language.text("labels", "category-" + category),
                        Cell.of(
                                hours.get(category).hours(),
                                of(terms, Figure.TAKEN_OUT_HOURS).with("category", category),
                                language),
                        nok.containsKey(category)
                                ? Cell.of(
                                        nok.get(category).nok(),
                                        of(ownTerms, Figure.TAKEN_OUT_NOK).with("category", category),
                                        language)
                                : Cell.NONE))
                .toList();
    }

    private List<StatusCount> statuses() {
        var counts = rollup.byBenefit().stream()
                .map(group -> group.figures().status())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return BEST_FIRST.stream()
                .filter(counts::containsKey)
                .map(status -> new StatusCount(
                        Shape.of(status),
                        language.text("labels", "status-" + status),
                        counts.get(status),
                        here.with("status", status.name())
                                .with("groupBy", GroupBy.BENEFIT.parameter())
                                .toString()))
                .toList();
    }

    private List<Watched> watched() {
        var withoutBaseline = snapshot.series().entrySet().stream()
                .filter(each -> each.getValue().baseline() == null)
                .collect(Collectors.groupingBy(
                        each -> snapshot.indicators()
                                .get(each.getKey().indicatorId())
                                .benefitId(),
                        Collectors.counting()));
        return snapshot.benefits().values().stream()
                .filter(facts -> !facts.isAbandoned())
                .map(facts -> {
                    var remarks = new ArrayList<String>();
                    if (facts.owner() == null || !facts.ownerStands()) {
                        remarks.add(t.of("portfolio-no-owner"));
                    }
                    if (withoutBaseline.containsKey(facts.id())) {
                        remarks.add(t.of("portfolio-no-null-point", withoutBaseline.get(facts.id())));
                    }
                    if (snapshot.hasLateBaseline(facts.id())) {
                        remarks.add(t.of("portfolio-late-null-point"));
                    }
                    var open = stories.get(facts.id()).openRoutines();
                    if (open > 0) {
                        remarks.add(t.of("portfolio-open-routines", open));
                    }
                    if (!snapshot.overdraftsOf(facts.id()).isEmpty()) {
                        remarks.add(t.of("portfolio-overdrawn"));
                    }
                    return new Watched(facts.id(), facts.title(), remarks);
                })
                .filter(watched -> !watched.remarks().isEmpty())
                .toList();
    }

    private List<String> nokNotes(KeyFigures keyFigures) {
        if (ownBudget == null) {
            return List.of(View.noNok(language));
        }
        return keyFigures.nokLeftOut() == 0
                ? List.of(View.ownBudgetOnly(language))
                : List.of(View.ownBudgetOnly(language), View.nokLeftOut(keyFigures.nokLeftOut(), language));
    }

    private FilterForm form() {
        var filter = snapshot.filter();
        var technologies = snapshot.technologies().entrySet().stream()
                .map(each -> new Option(
                        each.getKey(),
                        each.getValue().in(language),
                        filter.technologies().contains(each.getKey())))
                .toList();
        var units = snapshot.units().values().stream()
                .map(unit -> new Option(
                        unit.id().toString(), unit.name(), filter.unitIds().contains(unit.id())))
                .toList();
        var types = codes(BenefitType.values(), "type", query.type());
        var planHeadings = codes(PlanHeading.values(), "planHeading", query.planHeading());
        var statuses = codes(BEST_FIRST.toArray(Status[]::new), "status", query.status());
        var kept = new HashMap<>(here.parameters());
        kept.keySet()
                .removeAll(List.of(
                        "from",
                        "to",
                        "view",
                        "groupBy",
                        "technology",
                        "unitId",
                        "type",
                        "planHeading",
                        "status",
                        "show"));
        return new FilterForm(
                query.view().parameter(),
                snapshot.period().from().toString(),
                snapshot.period().to().toString(),
                Arrays.stream(View.values())
                        .map(view -> new Option(
                                here.with("view", view.parameter()).toString(),
                                view.name(language),
                                view == query.view()))
                        .toList(),
                Arrays.stream(GroupBy.values())
                        .map(by -> new Option(
                                by.parameter(),
                                language.text("workbook", "gathered." + by.parameter()),
                                by == query.groupBy()))
                        .toList(),
                technologies,
                units,
                types,
                planHeadings,
                statuses,
                kept,
                Narrowing.said(query, snapshot, language));
    }

    private <E extends Enum<E>> List<Option> codes(E[] all, String kind, E chosen) {
        return Arrays.stream(all)
                .map(code -> new Option(code.name(), language.text("labels", kind + "-" + code.name()), code == chosen))
                .toList();
    }
}
