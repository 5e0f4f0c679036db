package no.nullpunkt.portfolio;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.portfolio.Overview.EffectShown;
import no.nullpunkt.portfolio.Overview.Part;
import no.nullpunkt.portfolio.Overview.StatusCount;
import no.nullpunkt.portfolio.Overview.Use;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Effect;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.GroupBy;
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
    static final List<String> USES = Booking.CATEGORIES;

    /** Statuses in the order people read them. */
    static final List<Status> BEST_FIRST = List.of(
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
                FilterForm.of(query, snapshot, here, language),
                snapshot.period(),
                empty(leadsProjects),
                view.keyFigures().stream()
                        .map(figure -> Headline.of(figure, keyFigures, view, terms, language))
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
                Part.of(Watched.of(snapshot, stories, t), all),
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

    private List<String> nokNotes(KeyFigures keyFigures) {
        if (ownBudget == null) {
            return List.of(View.noNok(language));
        }
        return keyFigures.nokLeftOut() == 0
                ? List.of(View.ownBudgetOnly(language))
                : List.of(View.ownBudgetOnly(language), View.nokLeftOut(keyFigures.nokLeftOut(), language));
    }
}
