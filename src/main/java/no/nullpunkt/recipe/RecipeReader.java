package no.nullpunkt.recipe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.plan.Plan;
import no.nullpunkt.plan.Plans;
import no.nullpunkt.recipe.RecipeResource.PublishRequest;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Reader;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.results.Sql;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/** Makes the copy of a rollout that is published: what goes into it is decided here, and nowhere else. */
@ApplicationScoped
public class RecipeReader {

    private static final Sql PEOPLE = Sql.of("""
            select distinct name from person_versions
            where municipality_id = :municipality and changed_at <= :asOf
            """);

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final DataSource dataSource;
    private final Plans plans;
    private final Snapshots snapshots;
    private final Clock clock;

    RecipeReader(DataSource dataSource, Plans plans, Snapshots snapshots, Clock clock) {
        this.dataSource = dataSource;
        this.plans = plans;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * The copy, as the rollout stands now.
     *
     * @throws Problem 404 when there is no such rollout, 422 when it has no benefits or its texts name a person
     */
    public RecipeContent read(Caller caller, UUID rolloutId, PublishRequest request) {
        var plan = plans.read(caller, Set.of(rolloutId), YearMonth.now(clock).getYear(), null, Language.NB);
        var rollout = plan.rollouts().get(0);
        if (rollout.benefits().isEmpty()) {
            throw Problem.conflict("recipe-without-benefits");
        }
        var ended = YearMonth.now(clock).minusMonths(1);
        var snapshot = snapshots.read(
                caller.municipalityId(),
                caller.number(),
                new Period(ended.minusMonths(11), ended),
                plan.asOf(),
                Filter.ofBenefits(
                        rollout.benefits().stream().map(Plan.Benefit::id).collect(Collectors.toSet())),
                Reader.EVERYONE);
        var content = content(request, plan, rollout, snapshot);
        mustNameNobody(caller, content, plan);
        return content;
    }

    private RecipeContent content(PublishRequest request, Plan plan, Plan.Rollout rollout, Snapshot snapshot) {
        var needs = rollout.needs().stream().collect(Collectors.toMap(Plan.Need::id, Plan.Need::title));
        var planned = rollout.benefits().stream().collect(Collectors.toMap(Plan.Benefit::id, each -> each));
        var figures =
                Boolean.TRUE.equals(request.withFigures()) ? figures(snapshot) : Map.<UUID, RecipeContent.Figures>of();
        var benefits = snapshot.portfolio().benefits().stream()
                .map(benefit -> benefit(benefit, planned.get(benefit.id()), rollout, needs, snapshot, figures))
                .toList();
        var technologies = snapshot.portfolio().benefits().stream()
                .flatMap(benefit -> benefit.technologies().keySet().stream())
                .distinct()
                .map(code -> new RecipeContent.Technology(
                        code, snapshot.technologies().get(code).in(Language.NB)))
                .toList();
        return new RecipeContent(
                rollout.name(),
                rollout.description(),
                technologies,
                Boolean.TRUE.equals(request.withMunicipality()) ? plan.municipality() : null,
                request.contact(),
                request.whatWentWrong(),
                request.whatToWatch(),
                rollout.needs().stream().map(Plan.Need::title).toList(),
                benefits);
    }

    private static RecipeContent.Benefit benefit(
            no.nullpunkt.calculation.Benefit benefit,
            Plan.Benefit plan,
            Plan.Rollout rollout,
            Map<UUID, String> needs,
            Snapshot snapshot,
            Map<UUID, RecipeContent.Figures> figures) {
        return new RecipeContent.Benefit(
                plan.title(),
                plan.description(),
                plan.type(),
                plan.planHeading(),
                benefit.technologies().entrySet().stream()
                        .map(share -> new RecipeContent.Share(share.getKey(), share.getValue()))
                        .toList(),
                plan.beneficiaries(),
                plan.assumptions(),
                plan.needIds().stream().map(needs::get).toList(),
                plan.dependencies(),
                plan.measuring(),
                plan.risks().stream()
                        .map(risk -> new RecipeContent.Risk(
                                risk.description(), risk.likelihood(), risk.consequence(), risk.remedy()))
                        .toList(),
                plan.actions().stream()
                        .map(action -> new RecipeContent.Action(
                                action.kind(), action.description(), months(rollout.goLive(), action.due())))
                        .toList(),
                benefit.indicators().stream()
                        .map(indicator -> indicator(indicator, snapshot, figures.get(indicator.id())))
                        .toList());
    }

    private static int months(YearMonth goLive, LocalDate due) {
        return goLive == null ? 0 : (int) ChronoUnit.MONTHS.between(goLive, YearMonth.from(due));
    }

    private static RecipeContent.Indicator indicator(
            Indicator indicator, Snapshot snapshot, RecipeContent.Figures figures) {
        var facts = snapshot.indicators().get(indicator.id());
        return new RecipeContent.Indicator(
                facts.name(),
                facts.unit(),
                indicator.role(),
                indicator.direction(),
                indicator.aggregation(),
                indicator.factor(),
                indicator.frequencyMonths(),
                facts.countsPersons(),
                facts.numerator(),
                facts.denominator(),
                facts.dataSource(),
                facts.catalogueCode(),
                indicator.valuation().kind(),
                indicator.series().stream()
                        .map(series -> snapshot.series().get(new SeriesKey(indicator.id(), series.unitId())))
                        .filter(series -> series.baseline() != null)
                        .map(series -> series.baseline().method())
                        .distinct()
                        .toList(),
                figures);
    }

    /** As everyone may see them; none of what counts persons, whatever its size. */
    private static Map<UUID, RecipeContent.Figures> figures(Snapshot snapshot) {
        var figures = new HashMap<UUID, RecipeContent.Figures>();
        for (var item : Results.of(snapshot, GroupBy.INDICATOR, Language.NB).items()) {
            var id = UUID.fromString(item.key());
            if (!snapshot.indicators().get(id).countsPersons()
                    && !item.figures().suppressed()) {
                figures.put(
                        id,
                        new RecipeContent.Figures(
                                item.figures().baselineLevel(),
                                item.figures().level(),
                                item.figures().achievement()));
            }
        }
        return figures;
    }

    /** The contact is chosen by the leader; anyone else who is named in what people wrote is not to be published. */
    private void mustNameNobody(Caller caller, RecipeContent content, Plan plan) {
        List<String> people;
        try (var reading = new Reading(dataSource, caller.municipalityId(), plan.asOf())) {
            people = reading.list(PEOPLE, row -> row.text("name"));
        }
        for (var text : texts(content)) {
            var said = text.toLowerCase(Locale.ROOT);
            var named = EMAIL.matcher(text).find() || people.stream().anyMatch(name -> holds(said, name));
            if (named) {
                throw Problem.rule("recipe-names-a-person", text);
            }
        }
    }

    /** A name of one word, such as a machine's or a place's, is no person's full name. */
    private static boolean holds(String said, String name) {
        var whole = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return whole.contains(" ")
                && Pattern.compile("(?<!\\p{L})" + Pattern.quote(whole) + "(?!\\p{L})")
                        .matcher(said)
                        .find();
    }

    private static List<String> texts(RecipeContent content) {
        var texts = new ArrayList<String>();
        add(texts, content.title(), content.description(), content.whatWentWrong(), content.whatToWatch());
        texts.addAll(content.needs());
        for (var technology : content.technologies()) {
            add(texts, technology.name());
        }
        for (var benefit : content.benefits()) {
            add(texts, benefit.title(), benefit.description(), benefit.dependencies(), benefit.measuring());
            texts.addAll(benefit.beneficiaries());
            texts.addAll(benefit.assumptions());
            benefit.risks().forEach(risk -> add(texts, risk.description(), risk.remedy()));
            benefit.actions().forEach(action -> add(texts, action.description()));
            for (var indicator : benefit.indicators()) {
                add(
                        texts,
                        indicator.name(),
                        indicator.unit(),
                        indicator.numerator(),
                        indicator.denominator(),
                        indicator.dataSource());
                texts.addAll(indicator.nullPointMethods());
            }
        }
        return texts;
    }

    private static void add(List<String> texts, String... some) {
        Stream.of(some).filter(text -> text != null).forEach(texts::add);
    }
}
