package no.nullpunkt.portfolio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;

/**
 * The filters: what they can be set to, and are.
 *
 * @param kept what the form cannot change but keeps
 * @param said what they come to, in words
 */
record FilterForm(
        String view,
        String from,
        String to,
        List<Option> views,
        List<Option> groupings,
        List<Option> technologies,
        List<Option> units,
        List<Option> types,
        List<Option> planHeadings,
        List<Option> statuses,
        Map<String, List<String>> kept,
        List<String> said) {

    /** One of the choices; the value of a view is its address. */
    record Option(String value, String name, boolean chosen) {}

    /** The filters of a page as its address has them. */
    static FilterForm of(PortfolioQuery query, Snapshot snapshot, Address here, Language language) {
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
        var types = codes(List.of(BenefitType.values()), "type", query.type(), language);
        var planHeadings = codes(List.of(PlanHeading.values()), "planHeading", query.planHeading(), language);
        var statuses = codes(OverviewMaker.BEST_FIRST, "status", query.status(), language);
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

    private static <E extends Enum<E>> List<Option> codes(List<E> all, String kind, E chosen, Language language) {
        return all.stream()
                .map(code -> new Option(code.name(), language.text("labels", kind + "-" + code.name()), code == chosen))
                .toList();
    }
}
