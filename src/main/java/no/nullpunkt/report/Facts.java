package no.nullpunkt.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.UnitFacts;
import no.nullpunkt.shared.CsvWriter;
import no.nullpunkt.shared.Language;

/**
 * One line for each point, long, with a code beside every name that stays when the name changes. What is hidden from the
 * reader is a colon, and what is not there is empty.
 */
final class Facts {

    private static final String HIDDEN = ":";

    private final CsvWriter out;
    private final Language language;
    private final WorkbookWords words;

    Facts(CsvWriter out, Language language) {
        this.out = out;
        this.language = language;
        this.words = new WorkbookWords(language);
    }

    void header() throws IOException {
        for (var column : new String[] {
            "series",
            "month",
            "state",
            "stateName",
            "value",
            "weight",
            "numerator",
            "denominator",
            "baseline",
            "baselineApproved",
            "baselineLate",
            "target",
            "gain",
            "plannedGain",
            "hours",
            "nok",
            "plannedHours",
            "plannedNok",
            "ownBudgetNok",
            "benefitId",
            "benefit",
            "type",
            "typeName",
            "planHeading",
            "planHeadingName",
            "step",
            "owner",
            "rolloutId",
            "rollout",
            "technologies",
            "technologyNames",
            "indicatorId",
            "indicator",
            "measuredIn",
            "role",
            "aggregation",
            "direction",
            "factor",
            "catalogueCode",
            "unitId",
            "unit",
            "unitPath"
        }) {
            out.code(column);
        }
        out.endLine();
    }

    void write(Snapshot snapshot) throws IOException {
        var rollup = snapshot.rollup();
        for (var point : rollup.points()) {
            write(snapshot, point, rollup.shareOf(point.benefit()));
            out.endLine();
        }
    }

    private void write(Snapshot snapshot, Point point, BigDecimal share) {
        var facts = snapshot.series().get(SeriesKey.of(point));
        var hidden = point.suppressed();
        out.code(facts.id()).code(point.month()).code(point.state());
        out.text(words.of(point.state()));
        var measure = point.measure();
        number(hidden, measure == null ? null : measure.value());
        number(hidden, measure == null ? null : measure.weight());
        number(hidden, measure == null ? null : measure.numerator());
        number(hidden, measure == null ? null : measure.denominator());
        number(hidden, point.baseline());
        var baseline = facts.baseline();
        out.code(baseline == null ? null : baseline.approved()).code(baseline == null ? null : baseline.late());
        out.number(point.target());
        number(hidden, point.gain());
        number(hidden, point.plannedGain());
        out.number(point.hours().multiply(share)).number(point.nok().multiply(share));
        out.number(point.plannedHours().multiply(share))
                .number(point.plannedNok().multiply(share));
        out.number(point.ownBudgetNok().multiply(share));
        benefit(snapshot, point);
        indicator(snapshot, point);
        unit(snapshot, point);
    }

    private void number(boolean hidden, BigDecimal number) {
        if (hidden) {
            out.code(HIDDEN);
        } else {
            out.number(number);
        }
    }

    private void benefit(Snapshot snapshot, Point point) {
        var benefit = snapshot.benefits().get(point.benefitId());
        out.code(benefit.id()).text(benefit.title());
        out.code(benefit.type()).text(words.of(benefit.type()));
        out.code(WorkbookWords.code(benefit.planHeading())).text(words.of(benefit.planHeading()));
        out.code(benefit.step());
        out.text(benefit.owner() == null ? null : benefit.owner().name());
        out.code(benefit.rollout().id()).text(benefit.rollout().name());
        var technologies =
                point.benefit().technologies().keySet().stream().sorted().toList();
        out.code(String.join(", ", technologies));
        out.text(technologies.stream()
                .map(code -> snapshot.technologies().get(code).in(language))
                .collect(Collectors.joining(", ")));
    }

    private void indicator(Snapshot snapshot, Point point) {
        var facts = snapshot.indicators().get(point.indicatorId());
        var indicator = point.indicator();
        out.code(facts.id()).text(facts.name()).text(facts.unit());
        out.code(indicator.role()).code(indicator.aggregation()).code(indicator.direction());
        out.number(indicator.factor()).code(facts.catalogueCode());
    }

    /** The path names the units above, from the top: a pivot table drills down by it. */
    private void unit(Snapshot snapshot, Point point) {
        var unit = snapshot.units().get(point.unitId());
        out.code(unit.id()).text(unit.name()).text(path(snapshot.units(), unit));
    }

    private static String path(Map<UUID, UnitFacts> units, UnitFacts unit) {
        var above = Objects.requireNonNullElse(unit.parentId(), unit.id());
        return above.equals(unit.id()) ? unit.name() : path(units, units.get(above)) + " / " + unit.name();
    }
}
