package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.WRAPPED;

import java.util.EnumMap;
import java.util.List;
import no.nullpunkt.results.Missing;
import no.nullpunkt.results.Named;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/** The sheet of what is owed and by whom. */
final class WorkbookMissing {

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

    /** In the place of an id where nobody is named, since not every program finds empty cells by a formula. */
    private static final String NOBODY = "-";

    private static final int HEADER_ROW = 4;

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final List<Missing> owed;

    WorkbookMissing(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.owed = Missing.of(content.snapshot(), content.rollup(), words.language());
        WorkbookData.mustFit(HEADER_ROW + owed.size());
    }

    /** By who owes it, nobody first. */
    List<Missing> all() {
        return owed;
    }

    /** The rows of a column, for a formula on another sheet. */
    String range(Column column) {
        return sheet.range(column.ordinal(), HEADER_ROW + 1, HEADER_ROW + Math.max(1, owed.size()));
    }

    String word(Missing.Kind kind) {
        return words.of("owed", kind.name());
    }

    static String id(Named who) {
        return who == null ? NOBODY : who.id().toString();
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

    private void writeRow(Missing each) {
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
