package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.WRAPPED;

import java.text.Collator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/**
 * What is owed and by whom: values of months that have ended, and null-points, targets and owners not yet there. A
 * value is owed by the series' measurer, and else, like the rest, by the benefit's owner.
 */
final class WorkbookMissing {

    /** What can be owed. */
    enum Kind {
        VALUE,
        BASELINE,
        APPROVAL,
        TARGET,
        OWNER
    }

    /** The columns, left to right. */
    enum Column {
        WHO(26),
        KIND(22),
        BENEFIT(38),
        INDICATOR(36),
        UNIT(28),
        DUE(12),
        WHO_ID(38);

        private final int width;

        Column(int width) {
            this.width = width;
        }
    }

    /**
     * One thing that is owed.
     *
     * @param who null when nobody is named
     * @param series null for what a benefit lacks
     * @param due the month it belongs to, null when none is known
     */
    record Owed(Named who, Kind kind, UUID benefitId, SeriesKey series, YearMonth due) {}

    /** In the place of an id where nobody is named, since not every program finds empty cells by a formula. */
    private static final String NOBODY = "-";

    private static final int HEADER_ROW = 4;

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final List<Owed> owed;

    WorkbookMissing(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.owed = sorted(owed());
        WorkbookData.mustFit(HEADER_ROW + owed.size());
    }

    /** By who owes it, nobody first. */
    List<Owed> all() {
        return owed;
    }

    /** The rows of a column, for a formula on another sheet. */
    String range(Column column) {
        return sheet.range(column.ordinal(), HEADER_ROW + 1, HEADER_ROW + Math.max(1, owed.size()));
    }

    String word(Kind kind) {
        return words.of("owed", kind.name());
    }

    static String id(Named who) {
        return who == null ? NOBODY : who.id().toString();
    }

    private List<Owed> owed() {
        var found = new ArrayList<Owed>();
        for (var point : content.rollup().points()) {
            if (point.state() == PointState.MISSING) {
                var key = SeriesKey.of(point);
                found.add(new Owed(whoOwes(point.benefitId(), key), Kind.VALUE, point.benefitId(), key, point.month()));
            }
        }
        for (var benefit : content.snapshot().portfolio().benefits()) {
            var facts = content.facts(benefit.id());
            // What was given up is not asked for; values of its months that ended before are still counted as missing.
            if (facts.step().equals("ABANDONED")) {
                continue;
            }
            var owner = facts.ownerStands() ? facts.owner() : null;
            if (owner == null) {
                found.add(new Owed(facts.overallOwner(), Kind.OWNER, benefit.id(), null, null));
            }
            for (var indicator : benefit.indicators()) {
                for (var series : indicator.series()) {
                    if (hasLeft(series)) {
                        continue;
                    }
                    var key = new SeriesKey(indicator.id(), series.unitId());
                    var baseline = content.snapshot().series().get(key).baseline();
                    if (baseline == null) {
                        found.add(
                                new Owed(whoOwes(benefit.id(), key), Kind.BASELINE, benefit.id(), key, facts.goLive()));
                    } else if (!baseline.approved()) {
                        found.add(new Owed(owner, Kind.APPROVAL, benefit.id(), key, facts.goLive()));
                    }
                    if (series.targets().byMonth().isEmpty()) {
                        found.add(new Owed(owner, Kind.TARGET, benefit.id(), key, facts.goLive()));
                    }
                }
            }
        }
        return found;
    }

    /** What is measured in another municipality by now is not owed here. */
    private boolean hasLeft(Series series) {
        var stay = content.snapshot().units().get(series.unitId()).stay(Basis.RESTATED);
        return !stay.holds(content.snapshot().period().to());
    }

    private Named whoOwes(UUID benefitId, SeriesKey key) {
        var measurer = content.snapshot().series().get(key).measurer();
        var facts = content.facts(benefitId);
        return measurer == null && facts.ownerStands() ? facts.owner() : measurer;
    }

    private List<Owed> sorted(List<Owed> found) {
        var alphabet = Collator.getInstance(words.language().locale());
        var byName = Comparator.nullsFirst(
                Comparator.comparing(Named::name, alphabet).thenComparing(Named::id));
        found.sort(Comparator.comparing(Owed::who, byName)
                .thenComparing(Owed::kind)
                .thenComparing(Owed::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return found;
    }

    void write(String footer) {
        sheet.rowOf(30.0).heading(0, words.word("missing.title"), ExcelLook.TITLE);
        sheet.row().heading(0, words.word("missing.note"), ExcelLook.SUBTITLE);
        sheet.skip();
        sheet.rowOf(1);
        for (var column : Column.values()) {
            sheet.text(
                    column.ordinal(),
                    words.word("missing." + column),
                    column == Column.DUE ? ExcelLook.NUMBER_HEADER : ExcelLook.HEADER);
            sheet.widen(column.ordinal(), column.width);
        }
        for (var each : owed) {
            writeRow(each);
        }
        if (owed.isEmpty()) {
            sheet.row().text(0, words.word("missing.none"), CELL);
        }
        sheet.freeze(0, HEADER_ROW);
        sheet.filter(HEADER_ROW, HEADER_ROW + owed.size(), Column.values().length - 1);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, footer);
    }

    private void writeRow(Owed each) {
        var snapshot = content.snapshot();
        var texts = new EnumMap<Column, String>(Column.class);
        texts.put(
                Column.WHO,
                each.who() == null ? words.word("nobody") : each.who().name());
        texts.put(Column.KIND, word(each.kind()));
        texts.put(Column.BENEFIT, content.facts(each.benefitId()).title());
        if (each.series() != null) {
            texts.put(
                    Column.INDICATOR,
                    snapshot.indicators().get(each.series().indicatorId()).name());
            texts.put(Column.UNIT, snapshot.units().get(each.series().unitId()).name());
        }
        texts.put(Column.WHO_ID, id(each.who()));
        sheet.rowOf(texts.entrySet().stream()
                .mapToInt(text -> ExcelText.lines(text.getValue(), text.getKey().width - 2))
                .max()
                .orElse(1));
        for (var column : Column.values()) {
            if (column == Column.DUE) {
                sheet.month(column.ordinal(), each.due(), CELL);
            } else {
                sheet.text(column.ordinal(), texts.get(column), WRAPPED);
            }
        }
    }
}
