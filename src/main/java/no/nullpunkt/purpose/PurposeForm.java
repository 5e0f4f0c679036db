package no.nullpunkt.purpose;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.purpose.PurposeResource.GoalRequest;
import no.nullpunkt.purpose.PurposeResource.GoalResponse;
import no.nullpunkt.purpose.PurposeResource.NeedRequest;
import no.nullpunkt.purpose.PurposeResource.NeedResponse;
import no.nullpunkt.purpose.PurposeResource.PlanRequest;
import no.nullpunkt.purpose.PurposeResource.PlanResponse;
import no.nullpunkt.purpose.PurposeResource.RiskRequest;
import no.nullpunkt.purpose.PurposeService.Edited;
import no.nullpunkt.purpose.PurposeService.Editing;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.IfMatch;

/**
 * The form of a rollout's plan: what stands, and over it what was typed, which is not lost by being refused.
 *
 * @param message what is wrong, or null
 */
record PurposeForm(
        UUID rolloutId,
        String rollout,
        List<NeedResponse> knownNeeds,
        List<GoalResponse> knownGoals,
        List<Known> known,
        Form typed,
        String message) {

    /** What is said of a benefit so far. */
    record Known(String title, PlanResponse plan) {}

    /** A field by its name, and what stands in it. */
    record Field(String name, String text) {}

    /** A need or goal that may be edited; its second field is where a goal was adopted. */
    record Line(Field title, Field source, String version) {}

    record Choice(String id, String label, boolean chosen) {}

    record RiskFields(
            Field description, String likelihood, String consequence, Field remedy, String prefix, int number) {}

    /** A benefit with what may be chosen and written for it. */
    record Part(
            String prefix,
            String title,
            String version,
            List<Choice> needs,
            List<Choice> goals,
            Field dependencies,
            Field measuring,
            List<RiskFields> risks) {}

    private static final List<BenefitPlan.Level> LEVELS = List.of(BenefitPlan.Level.values());

    /** How likely or grave something is. */
    record LevelChoice(String code, String name) {}

    public List<LevelChoice> levels() {
        return LEVELS.stream()
                .map(level -> new LevelChoice(level.name(), Formats.label("risk-" + level)))
                .toList();
    }

    public List<Line> needs() {
        return knownNeeds.stream()
                .map(need -> new Line(
                        field("behov-" + need.id(), need.title()), null, seen("behov-" + need.id(), need.version())))
                .toList();
    }

    public List<Line> goals() {
        return knownGoals.stream()
                .map(goal -> new Line(
                        field("mal-" + goal.id(), goal.title()),
                        field("kilde-" + goal.id(), goal.source()),
                        seen("mal-" + goal.id(), goal.version())))
                .toList();
    }

    public Field newNeed() {
        return field("nytt-behov", null);
    }

    public Field newGoal() {
        return field("nytt-mal", null);
    }

    public Field newSource() {
        return field("ny-kilde", null);
    }

    public List<Part> parts() {
        return known.stream().map(this::part).toList();
    }

    private Part part(Known each) {
        var plan = each.plan();
        var prefix = plan.benefitId().toString();
        var risks = new ArrayList<RiskFields>();
        for (var i = 0; i <= plan.risks().size(); i++) {
            var risk = i < plan.risks().size() ? plan.risks().get(i) : null;
            var name = prefix + "-risiko-" + i;
            risks.add(new RiskFields(
                    field(name, risk == null ? null : risk.description()),
                    field(
                                    name + "-sannsynlighet",
                                    risk == null ? "MEDIUM" : risk.likelihood().name())
                            .text(),
                    field(
                                    name + "-konsekvens",
                                    risk == null ? "MEDIUM" : risk.consequence().name())
                            .text(),
                    field(name + "-tiltak", risk == null ? null : risk.remedy()),
                    name,
                    i + 1));
        }
        return new Part(
                prefix,
                each.title(),
                seen(prefix, plan.version()),
                knownNeeds.stream()
                        .map(need -> choice(prefix + "-behov", need.id(), need.title(), plan.needIds()))
                        .toList(),
                knownGoals.stream()
                        .map(goal -> choice(prefix + "-mal", goal.id(), goal.title(), plan.goalIds()))
                        .toList(),
                field(prefix + "-avhenger", plan.dependencies()),
                field(prefix + "-maling", plan.measuring()),
                risks);
    }

    private Field field(String name, String known) {
        var text = typed.has(name) ? typed.get(name) : known;
        return new Field(name, text == null ? "" : text);
    }

    /** The version that was seen when the form was filled in. */
    private String seen(String name, int version) {
        return field("versjon-" + name, String.valueOf(version)).text();
    }

    private Choice choice(String name, UUID id, String label, List<UUID> linked) {
        var chosen = typed.fields().isEmpty()
                ? linked.contains(id)
                : typed.fields().getOrDefault(name, List.of()).contains(id.toString());
        return new Choice(id.toString(), label, chosen);
    }

    /** What was typed, as the service takes it. */
    Editing editing() {
        return new Editing(
                typed.text("nytt-behov").isEmpty() ? null : new NeedRequest(typed.text("nytt-behov")),
                typed.text("nytt-mal").isEmpty()
                        ? null
                        : new GoalRequest(typed.text("nytt-mal"), orNull(typed.text("ny-kilde"))),
                knownNeeds.stream()
                        .filter(need -> typed.has("behov-" + need.id()))
                        .map(need -> {
                            var title = typed.text("behov-" + need.id());
                            return new Edited<>(
                                    need.id(),
                                    match("behov-" + need.id()),
                                    title.isEmpty() ? null : new NeedRequest(title));
                        })
                        .toList(),
                knownGoals.stream()
                        .filter(goal -> typed.has("mal-" + goal.id()))
                        .map(goal -> {
                            var title = typed.text("mal-" + goal.id());
                            var source = orNull(typed.text("kilde-" + goal.id()));
                            return new Edited<>(
                                    goal.id(),
                                    match("mal-" + goal.id()),
                                    title.isEmpty() ? null : new GoalRequest(title, source));
                        })
                        .toList(),
                known.stream()
                        .filter(each -> typed.has("versjon-" + each.plan().benefitId()))
                        .map(each -> new Edited<>(
                                each.plan().benefitId(),
                                match(each.plan().benefitId().toString()),
                                plan(each.plan())))
                        .toList());
    }

    private PlanRequest plan(PlanResponse plan) {
        var prefix = plan.benefitId().toString();
        var risks = new ArrayList<RiskRequest>();
        for (var i = 0; i <= plan.risks().size(); i++) {
            var name = prefix + "-risiko-" + i;
            if (!typed.text(name).isEmpty()) {
                risks.add(new RiskRequest(
                        typed.text(name),
                        level(name + "-sannsynlighet"),
                        level(name + "-konsekvens"),
                        orNull(typed.text(name + "-tiltak"))));
            }
        }
        return new PlanRequest(
                chosen(
                        prefix + "-behov",
                        knownNeeds.stream().map(NeedResponse::id).toList()),
                chosen(
                        prefix + "-mal",
                        knownGoals.stream().map(GoalResponse::id).toList()),
                risks,
                orNull(typed.text(prefix + "-avhenger")),
                orNull(typed.text(prefix + "-maling")));
    }

    private List<UUID> chosen(String name, List<UUID> ids) {
        var posted = typed.fields().getOrDefault(name, List.of());
        return ids.stream().filter(id -> posted.contains(id.toString())).toList();
    }

    private BenefitPlan.Level level(String name) {
        return LEVELS.stream()
                .filter(level -> level.name().equals(typed.text(name)))
                .findFirst()
                .orElse(BenefitPlan.Level.MEDIUM);
    }

    private IfMatch match(String name) {
        return new IfMatch(IfMatch.etag(typed.text("versjon-" + name)));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
