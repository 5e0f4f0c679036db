package no.nullpunkt.plan;

import static no.nullpunkt.plan.WordFile.Column.number;
import static no.nullpunkt.plan.WordFile.Column.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Words;

/** A plan as a Word document, in the order that Prosjektveiviseren's plan has: why, map, overview, benefits, actions. */
final class PlanDocument {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Plan plan;
    private final Language language;
    private final Words t;
    private final WordFile file;
    private final NumberFormat numbers;

    private PlanDocument(Plan plan, Language language) {
        this.plan = plan;
        this.language = language;
        this.t = new Words(language);
        this.numbers = NumberFormat.getInstance(language.locale());
        numbers.setMaximumFractionDigits(4);
        var subject = plan.municipality() + " · " + plan.year();
        this.file = new WordFile(language, t.of("plan-title"), subject, plan.asOf());
    }

    static byte[] of(Plan plan, Language language) {
        return new PlanDocument(plan, language).write();
    }

    static String fileName(String number, Plan plan) {
        return "nullpunkt-" + number + "-plan-" + plan.asOf().atZone(NORWAY).toLocalDate() + ".docx";
    }

    private byte[] write() {
        file.footer(t.of("plan-title") + " · " + plan.municipality(), t.of("plan-page"), t.of("plan-of"));
        file.paragraph("Title", t.of("plan-title"));
        file.paragraph("Subtitle", plan.municipality());
        file.paragraph(
                null,
                t.of("plan-known-at", language.day(plan.asOf().atZone(NORWAY).toLocalDate())) + " "
                        + t.of("plan-source"));
        file.paragraph("Caption", t.of("plan-contents"));
        file.contents(contents());
        file.pageBreak();
        file.heading(1, t.of("plan-background"));
        if (plan.rollouts().isEmpty()) {
            file.paragraph(null, t.of("plan-no-rollouts"));
        }
        plan.rollouts().forEach(this::background);
        goals();
        file.heading(1, t.of("plan-map"));
        file.paragraph(null, t.of("plan-map-text"));
        plan.rollouts().forEach(this::map);
        overview();
        benefits();
        doings();
        return file.bytes();
    }

    /** The headings of the first two levels, in the order they are written. */
    private List<WordFile.Entry> contents() {
        var entries = new ArrayList<WordFile.Entry>();
        entries.add(new WordFile.Entry(1, t.of("plan-background")));
        plan.rollouts().forEach(rollout -> entries.add(new WordFile.Entry(2, rollout.name())));
        entries.add(new WordFile.Entry(2, t.of("plan-goals")));
        entries.add(new WordFile.Entry(1, t.of("plan-map")));
        plan.rollouts().forEach(rollout -> entries.add(new WordFile.Entry(2, rollout.name())));
        entries.add(new WordFile.Entry(1, t.of("plan-overview")));
        plan.headings().forEach(sum -> entries.add(new WordFile.Entry(2, heading(sum))));
        entries.add(new WordFile.Entry(1, t.of("plan-benefits")));
        plan.rollouts().forEach(rollout -> entries.add(new WordFile.Entry(2, rollout.name())));
        entries.add(new WordFile.Entry(1, t.of("plan-actions")));
        return entries;
    }

    private void background(Plan.Rollout rollout) {
        file.heading(2, rollout.name());
        if (rollout.description() != null) {
            file.paragraph(null, rollout.description());
        }
        facts(List.of(
                List.of(t.of("plan-technologies"), joined(rollout.technologies())),
                List.of(t.of("plan-units"), joined(rollout.units())),
                List.of(t.of("plan-go-live"), said(rollout.goLive())),
                List.of(t.of("plan-leader"), said(rollout.leader()))));
        file.paragraph("Caption", t.of("plan-needs"));
        if (rollout.needs().isEmpty()) {
            file.paragraph(null, t.of("plan-no-needs"));
        }
        rollout.needs().forEach(need -> file.paragraph("ListBullet", need.title()));
    }

    private void goals() {
        file.heading(2, t.of("plan-goals"));
        if (plan.goals().isEmpty()) {
            file.paragraph(null, t.of("plan-no-goals"));
        }
        plan.goals()
                .forEach(goal -> file.paragraph(
                        "ListBullet",
                        goal.source() == null ? goal.title() : goal.title() + " (" + goal.source() + ")"));
    }

    private void map(Plan.Rollout rollout) {
        file.heading(2, rollout.name());
        var parts = MapLayout.parts(plan, rollout, t);
        if (parts.isEmpty()) {
            file.paragraph(null, t.of("plan-no-benefits"));
        }
        for (var i = 0; i < parts.size(); i++) {
            var name = MapLayout.name(rollout, i, parts.size(), t);
            var part = parts.get(i);
            file.drawing(MapDrawing.of(part.layout(), name, name + ". " + t.of("map-same-as-table")));
            if (!part.map().ways().isEmpty()) {
                ways(name, part.map().ways());
            }
        }
    }

    private void ways(String name, List<BenefitMap.Way> ways) {
        file.table(
                t.of("map-as-text", name),
                List.of(
                        text(t.of("map-need"), 3),
                        text(t.of("map-technology"), 2),
                        text(t.of("map-change"), 4),
                        text(t.of("map-benefit"), 3),
                        text(t.of("map-goal"), 3)),
                ways.stream()
                        .map(way -> List.of(
                                lines(way.needs()),
                                lines(way.technologies()),
                                lines(way.changes()),
                                way.benefit(),
                                lines(way.goals())))
                        .toList());
    }

    private void overview() {
        file.heading(1, t.of("plan-overview"));
        if (plan.headings().isEmpty()) {
            file.paragraph(null, t.of("plan-no-benefits"));
        }
        for (var sum : plan.headings()) {
            file.heading(2, heading(sum));
            file.table(
                    t.of("plan-planned-in", String.valueOf(plan.year()), said(sum.hours()), said(sum.nok())),
                    List.of(
                            text(t.of("map-benefit"), 6),
                            text(t.of("plan-rollout"), 4),
                            text(t.of("plan-beneficiaries"), 4),
                            text(t.of("owner"), 4),
                            text(t.of("plan-step"), 3),
                            number(t.of("hours"), 2),
                            number(t.of("nok"), 2)),
                    plan.under(sum.planHeading()).stream()
                            .map(each -> List.of(
                                    each.benefit().title(),
                                    each.rollout().name(),
                                    joined(each.benefit().beneficiaries()),
                                    said(each.benefit().owner()),
                                    label("step-" + each.benefit().step()),
                                    said(each.benefit().plannedHours()),
                                    said(each.benefit().plannedNok())))
                            .toList());
        }
    }

    private void benefits() {
        file.heading(1, t.of("plan-benefits"));
        for (var rollout : plan.rollouts()) {
            file.heading(2, rollout.name());
            if (rollout.benefits().isEmpty()) {
                file.paragraph(null, t.of("plan-no-benefits"));
            }
            rollout.benefits().forEach(this::benefit);
        }
    }

    private void benefit(Plan.Benefit benefit) {
        file.heading(3, benefit.title());
        if (benefit.description() != null) {
            file.paragraph(null, benefit.description());
        }
        facts(List.of(
                List.of(
                        t.of("plan-heading"),
                        label("planHeading-" + Objects.requireNonNullElse(benefit.planHeading(), "none"))),
                List.of(t.of("plan-type"), label("type-" + Objects.requireNonNullElse(benefit.type(), "none"))),
                List.of(t.of("plan-step"), label("step-" + benefit.step())),
                List.of(t.of("owner"), said(benefit.owner())),
                List.of(t.of("overall-owner"), said(benefit.overallOwner())),
                List.of(t.of("plan-asker"), said(benefit.asker())),
                List.of(t.of("plan-beneficiaries"), joined(benefit.beneficiaries())),
                List.of(t.of("plan-assumptions"), joined(benefit.assumptions())),
                List.of(t.of("plan-dependencies"), said(benefit.dependencies())),
                List.of(t.of("plan-measuring"), said(benefit.measuring()))));
        indicators(benefit);
        if (!benefit.actions().isEmpty()) {
            file.table(
                    t.of("actions"),
                    List.of(
                            text(t.of("plan-action"), 8),
                            text(t.of("plan-kind"), 3),
                            text(t.of("plan-responsible"), 3),
                            text(t.of("plan-due"), 3),
                            text(t.of("plan-done"), 3)),
                    benefit.actions().stream()
                            .map(action -> List.of(
                                    action.description(),
                                    label("action-" + action.kind()),
                                    said(action.responsible()),
                                    said(action.due()),
                                    said(action.done())))
                            .toList());
        }
        if (!benefit.risks().isEmpty()) {
            file.table(
                    t.of("plan-risks"),
                    List.of(
                            text(t.of("plan-risk"), 7),
                            text(t.of("plan-likelihood"), 3),
                            text(t.of("plan-consequence"), 3),
                            text(t.of("plan-remedy"), 7)),
                    benefit.risks().stream()
                            .map(risk -> List.of(
                                    risk.description(),
                                    label("risk-" + risk.likelihood()),
                                    label("risk-" + risk.consequence()),
                                    said(risk.remedy())))
                            .toList());
        }
    }

    private void indicators(Plan.Benefit benefit) {
        if (benefit.indicators().isEmpty()) {
            file.paragraph(null, t.of("plan-no-indicators"));
            return;
        }
        file.table(
                t.of("plan-indicators"),
                List.of(
                        text(t.of("plan-indicator"), 5),
                        text(t.of("plan-unit"), 4),
                        text(t.of("plan-frequency"), 3),
                        number(t.of("baseline"), 2),
                        text(t.of("plan-baseline-how"), 6),
                        text(t.of("plan-targets"), 5),
                        text(t.of("plan-measurer"), 4)),
                benefit.indicators().stream()
                        .flatMap(indicator -> indicator.series().stream()
                                .map(series -> List.of(
                                        indicator.name() + "\n(" + indicator.unit() + ")",
                                        series.unit(),
                                        frequency(indicator),
                                        series.suppressed() ? ":" : said(series.baseline()),
                                        how(series),
                                        targets(series),
                                        said(series.measurer()))))
                        .toList());
    }

    private String frequency(Plan.Indicator indicator) {
        return label("every-" + indicator.frequencyMonths())
                + (indicator.dataSource() == null ? "" : "\n" + indicator.dataSource());
    }

    private String how(Plan.Series series) {
        if (series.baselineFrom() == null) {
            return t.of("plan-no-baseline");
        }
        return said(series.baselineFrom()) + " – " + said(series.baselineTo()) + "\n" + said(series.method()) + "\n"
                + (series.approved() ? t.of("plan-approved") : t.of("plan-not-approved"))
                + (series.late() ? "\n" + t.of("plan-late") : "");
    }

    private String targets(Plan.Series series) {
        return series.targets().isEmpty()
                ? "–"
                : series.targets().stream()
                        .map(target -> t.of("plan-target-from", said(target.value()), language.month(target.from())))
                        .collect(Collectors.joining("\n"));
    }

    private void doings() {
        file.heading(1, t.of("plan-actions"));
        var doings = plan.doings();
        if (doings.isEmpty()) {
            file.paragraph(null, t.of("plan-no-actions"));
            return;
        }
        file.table(
                null,
                List.of(
                        text(t.of("plan-due"), 3),
                        text(t.of("plan-action"), 7),
                        text(t.of("plan-kind"), 3),
                        text(t.of("map-benefit"), 5),
                        text(t.of("plan-responsible"), 3),
                        text(t.of("plan-done"), 3)),
                doings.stream()
                        .map(doing -> List.of(
                                said(doing.action().due()),
                                doing.action().description(),
                                label("action-" + doing.action().kind()),
                                doing.benefit().title(),
                                said(doing.action().responsible()),
                                said(doing.action().done())))
                        .toList());
    }

    private void facts(List<List<String>> rows) {
        file.table(null, List.of(text(t.of("plan-what"), 3), text(t.of("plan-said"), 11)), rows);
    }

    private String heading(Plan.Sum sum) {
        return label("planHeading-" + Objects.requireNonNullElse(sum.planHeading(), "none"));
    }

    private String label(String key) {
        return language.text("labels", key);
    }

    private String said(BigDecimal number) {
        return number == null ? "–" : numbers.format(number);
    }

    private String said(LocalDate day) {
        return day == null ? "–" : language.day(day);
    }

    private String said(YearMonth month) {
        return month == null ? "–" : language.month(month);
    }

    private static String said(String text) {
        return text == null ? "–" : text;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? "–" : String.join(", ", texts);
    }

    private static String lines(List<String> texts) {
        return texts.isEmpty() ? "–" : String.join("\n", texts);
    }
}
