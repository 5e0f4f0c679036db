package no.nullpunkt.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Total;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Grouping;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;

/**
 * What a workbook tells: a snapshot of everything, gathered in the ways its sheets show, each once.
 *
 * @param byBenefit by the benefit's id, like those below by theirs, in the order people read them
 * @param byTechnology by code, under null that of benefits without one
 * @param resultsHash SHA-256 of the results by benefit as the API gives them for the same period and instant
 * @param version of the product
 * @param views a sheet for each comes along
 * @param report whose workbook it is; null for one of any other period and time
 * @param reportHash SHA-256 of that report's JSON
 */
record WorkbookContent(
        Snapshot snapshot,
        Rollup rollup,
        Map<String, Grouping.Line> byBenefit,
        Map<String, Grouping.Line> byIndicator,
        Map<String, Grouping.Line> byTechnology,
        Map<String, Grouping.Line> byMonth,
        Total total,
        TakenOut takenOut,
        Map<UUID, BenefitStory> stories,
        String resultsHash,
        String version,
        List<View> views,
        ReportContent report,
        String reportHash) {

    static WorkbookContent of(
            Snapshot snapshot,
            Map<UUID, BenefitStory> stories,
            Language language,
            Function<Results, String> hash,
            String version) {
        var rollup = snapshot.walkedRollup();
        var total = rollup.total();
        WorkbookData.mustFit(points(total.figures()));
        var takenOut = Grouping.total(snapshot, rollup);
        var byBenefit = Grouping.of(snapshot, rollup, GroupBy.BENEFIT, language);
        return new WorkbookContent(
                snapshot,
                rollup,
                lines(byBenefit),
                lines(Grouping.of(snapshot, rollup, GroupBy.INDICATOR, language)),
                lines(Grouping.of(snapshot, rollup, GroupBy.TECHNOLOGY, language)),
                lines(Grouping.of(snapshot, rollup, GroupBy.MONTH, language)),
                total,
                takenOut,
                stories,
                hash.apply(Results.of(snapshot, total, takenOut, GroupBy.BENEFIT, byBenefit)),
                version,
                List.of(),
                null,
                null);
    }

    /** Points of every state, each of which is a row of the data. */
    private static int points(Figures figures) {
        return figures.expected() + figures.notApplicable() + figures.notYetDue();
    }

    int points() {
        return points(total.figures());
    }

    /** The same with a page first that tells it to someone. */
    WorkbookContent toldTo(View view) {
        return with(List.of(view), report, reportHash);
    }

    /** The same as a report's, which tells it to everyone: nobody may choose what an issued report leaves out. */
    WorkbookContent of(ReportContent content, String hashOfJson) {
        return with(List.of(View.values()), content, hashOfJson);
    }

    private WorkbookContent with(List<View> wantedViews, ReportContent ofReport, String hashOfJson) {
        return new WorkbookContent(
                snapshot,
                rollup,
                byBenefit,
                byIndicator,
                byTechnology,
                byMonth,
                total,
                takenOut,
                stories,
                resultsHash,
                version,
                wantedViews,
                ofReport,
                hashOfJson);
    }

    /** What changed since the report that this one supersedes, if it does. */
    Optional<Differences> changes() {
        return Optional.ofNullable(report).map(ReportContent::changes);
    }

    /** Why the report was issued though the benefit is behind without a deviation, if so. */
    Optional<String> withoutDeviation(UUID benefitId) {
        return Stream.ofNullable(report)
                .flatMap(each -> each.withoutDeviation().stream())
                .filter(each -> each.benefitId().equals(benefitId))
                .map(ReportContent.WithoutDeviation::reason)
                .findFirst();
    }

    private static Map<String, Grouping.Line> lines(Grouping grouping) {
        var lines = new LinkedHashMap<String, Grouping.Line>();
        grouping.lines().forEach(line -> lines.put(line.key(), line));
        return lines;
    }

    BenefitStory story(UUID benefitId) {
        return stories.getOrDefault(benefitId, BenefitStory.NOTHING);
    }

    BenefitFacts facts(UUID benefitId) {
        return snapshot.benefits().get(benefitId);
    }

    Grouping.Line benefit(UUID benefitId) {
        return byBenefit.get(benefitId.toString());
    }

    /** The codes of the technologies, null last where benefits have none. */
    List<String> technologies() {
        return byTechnology.values().stream().map(Grouping.Line::key).toList();
    }

    String technology(String code) {
        return byTechnology.get(code).name();
    }

    /** The figures of everything. */
    Results.Line totalLine() {
        return Results.Line.of(total.figures(), takenOut);
    }
}
