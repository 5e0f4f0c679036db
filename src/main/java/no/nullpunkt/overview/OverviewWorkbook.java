package no.nullpunkt.overview;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.DATA;
import static no.nullpunkt.shared.ExcelLook.HEADER;
import static no.nullpunkt.shared.ExcelLook.NUMBER_HEADER;
import static no.nullpunkt.shared.ExcelLook.TOTAL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.nullpunkt.overview.Overview.Item;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.ExcelChart;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.Language;

/**
 * An overview to present from: every sum over municipalities, counties and months is a formula over the sheet of data, and
 * all of them are held against the API's own on the sheet of control.
 */
final class OverviewWorkbook {

    /** What a workbook tells: the overview in every grouping, and the months that they are made of. */
    record Content(
            Overview byMunicipality,
            Overview byCounty,
            Overview byTechnology,
            Overview byIndicator,
            Overview byMonth,
            List<Overviews.Month> months) {}

    /** What adds up, in the order of the columns. */
    private enum Measure {
        PLANNED_HOURS(Sums::plannedHours),
        HOURS(Sums::hours),
        TAKEN_OUT_HOURS(Sums::takenOutHours),
        UNACCOUNTED_HOURS(Sums::unaccountedHours),
        PLANNED_NOK(Sums::plannedNok),
        NOK(Sums::nok),
        TAKEN_OUT_NOK(Sums::takenOutNok),
        UNACCOUNTED_NOK(Sums::unaccountedNok),
        OWN_BUDGET_NOK(Sums::ownBudgetNok),
        EXPECTED(sums -> BigDecimal.valueOf(sums.expected())),
        MEASURED(sums -> BigDecimal.valueOf(sums.measured())),
        MISSING(sums -> BigDecimal.valueOf(sums.missing()));

        private final Function<Sums, BigDecimal> of;

        Measure(Function<Sums, BigDecimal> of) {
            this.of = of;
        }
    }

    private record Check(String name, String cell, BigDecimal figure) {}

    private static final int KEY = 0;
    private static final int NAME = 1;
    private static final int FIRST_MEASURE = 2;
    private static final int HEADER_ROW = 4;
    private static final int MOST_BARS = 25;
    private static final int FIRST_OF_DATA = 6;
    private static final int DATA_HEADER = 1;

    private final Content content;
    private final Language language;
    private final String footer;
    private final List<Check> checks = new ArrayList<>();
    private ExcelSheet data;

    private OverviewWorkbook(Content content, Language language) {
        this.content = content;
        this.language = language;
        this.footer = content.byMunicipality().network().name() + " · " + period();
    }

    /** Makes the workbook, whole. The caller writes and closes it. */
    static ExcelBook of(Content content, Language language) {
        var workbook = new OverviewWorkbook(content, language);
        var all = content.byMunicipality();
        var book = new ExcelBook(
                language,
                all.network().name(),
                workbook.period(),
                all.asOf() == null ? Instant.EPOCH : all.asOf(),
                false);
        try {
            workbook.fill(book);
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
        return book;
    }

    private void fill(ExcelBook book) {
        var names = List.of("municipality", "county", "month", "technology", "indicator", "data", "control", "about");
        var sheets =
                names.stream().map(name -> book.sheet(word("sheet." + name))).toList();
        data = sheets.get(5);
        writeData();
        writeSums(sheets.get(0), content.byMunicipality(), 0);
        writeSums(sheets.get(1), content.byCounty(), 2);
        writeSums(sheets.get(2), content.byMonth(), 4);
        writeTechnologies(sheets.get(3));
        writeSpreads(sheets.get(4));
        writeControl(sheets.get(6));
        writeAbout(sheets.get(7));
    }

    private String word(String key, Object... arguments) {
        return language.text("overview", key, arguments);
    }

    private String period() {
        var all = content.byMunicipality();
        return language.month(all.from()) + " – " + language.month(all.to());
    }

    /** One row for each month of a municipality. */
    private void writeData() {
        data.row();
        var headers = List.of("number", "municipality", "countyNumber", "county", "month", "report");
        for (var i = 0; i < headers.size(); i++) {
            data.text(i, word("column." + headers.get(i)), HEADER);
        }
        writeMeasureHeaders(data, FIRST_OF_DATA);
        for (var month : content.months()) {
            data.row();
            data.text(0, month.number(), DATA);
            data.text(1, month.name(), DATA);
            data.text(2, month.countyNumber() == null ? "–" : month.countyNumber(), DATA);
            data.text(3, month.county(), DATA);
            data.month(4, month.month(), DATA);
            data.text(5, month.report(), DATA);
            for (var measure : Measure.values()) {
                data.number(FIRST_OF_DATA + measure.ordinal(), measure.of.apply(month.sums()), look(DATA, measure));
            }
        }
        for (var column = 0; column < FIRST_OF_DATA + Measure.values().length; column++) {
            data.fit(column, 10, 30);
        }
        data.freeze(2, DATA_HEADER);
        data.filter(DATA_HEADER, lastOfData(), FIRST_OF_DATA + Measure.values().length - 1);
        data.print(ExcelSheet.Paper.A3, DATA_HEADER, footer);
    }

    private int lastOfData() {
        return DATA_HEADER + Math.max(1, content.months().size());
    }

    private void writeMeasureHeaders(ExcelSheet sheet, int first) {
        for (var measure : Measure.values()) {
            sheet.text(first + measure.ordinal(), word("measure." + measure), NUMBER_HEADER);
        }
    }

    private static ExcelLook look(ExcelLook part, Measure measure) {
        var isCount = measure.compareTo(Measure.EXPECTED) >= 0;
        var inHours = measure.name().endsWith("HOURS");
        return part.as(isCount || !inHours ? ExcelLook.WHOLE : ExcelLook.TENTHS);
    }

    private void begin(ExcelSheet sheet, Overview overview, String key) {
        sheet.rowOf(30.0).heading(0, word("title." + key, overview.network().name()), ExcelLook.TITLE);
        var coverage = overview.coverage();
        sheet.row()
                .heading(
                        0,
                        word(
                                "coverage",
                                period(),
                                coverage.sharing(),
                                coverage.members(),
                                coverage.monthsShared(),
                                coverage.monthsOfMembers()),
                        ExcelLook.SUBTITLE);
        sheet.skip();
        sheet.row().text(KEY, word("column.key"), HEADER);
        sheet.text(NAME, word("column.name"), HEADER);
    }

    /** @param keyColumn of the data, by which it is gathered */
    private void writeSums(ExcelSheet sheet, Overview overview, int keyColumn) {
        begin(sheet, overview, overview.groupBy());
        writeMeasureHeaders(sheet, FIRST_MEASURE);
        for (var item : overview.items()) {
            sheet.row();
            if (keyColumn == 4) {
                sheet.month(KEY, YearMonth.parse(item.key()), CELL);
            } else {
                sheet.text(KEY, item.key() == null ? "–" : item.key(), CELL);
            }
            sheet.text(NAME, item.name(), CELL);
            for (var measure : Measure.values()) {
                var formula = "SUMIFS(" + dataRange(FIRST_OF_DATA + measure.ordinal()) + "," + dataRange(keyColumn)
                        + "," + ExcelSheet.address(KEY, sheet.rowNumber()) + ")";
                put(sheet, measure, formula, measure.of.apply(item.sums()), CELL, item.name());
            }
        }
        var last = HEADER_ROW + overview.items().size();
        sheet.row().text(KEY, word("total"), TOTAL);
        sheet.blank(NAME, TOTAL);
        for (var measure : Measure.values()) {
            var column = FIRST_MEASURE + measure.ordinal();
            var figure = measure.of.apply(overview.total());
            var formula = overview.items().isEmpty()
                    ? "0"
                    : "SUM(" + ExcelSheet.address(column, HEADER_ROW + 1) + ":" + ExcelSheet.address(column, last)
                            + ")";
            put(sheet, measure, formula, figure, TOTAL, word("total"));
        }
        chart(sheet, overview, last);
        finish(sheet, last);
    }

    private void finish(ExcelSheet sheet, int last) {
        sheet.fit(KEY, 10, 14).fit(NAME, 18, 40);
        for (var measure : Measure.values()) {
            sheet.fit(FIRST_MEASURE + measure.ordinal(), 10, 16);
        }
        sheet.freeze(2, HEADER_ROW);
        sheet.filter(HEADER_ROW, last, FIRST_MEASURE + Measure.values().length - 1);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, footer);
    }

    private String dataRange(int column) {
        return data.range(column, DATA_HEADER + 1, lastOfData());
    }

    private void put(
            ExcelSheet sheet, Measure measure, String formula, BigDecimal figure, ExcelLook look, String name) {
        var column = FIRST_MEASURE + measure.ordinal();
        sheet.formula(column, formula, figure, look(look, measure));
        checks.add(new Check(
                sheet.name() + ": " + name + ", " + word("measure." + measure),
                sheet.cell(column, sheet.rowNumber()),
                figure));
    }

    /** Planned, measured and taken out, where there is room for the names. */
    private void chart(ExcelSheet sheet, Overview overview, int last) {
        var items = overview.items();
        if (items.isEmpty() || items.size() > MOST_BARS) {
            return;
        }
        var series = new ArrayList<ExcelChart.Series>();
        for (var measure : List.of(Measure.PLANNED_HOURS, Measure.HOURS, Measure.TAKEN_OUT_HOURS)) {
            var column = FIRST_MEASURE + measure.ordinal();
            series.add(new ExcelChart.Series(
                    word("measure." + measure),
                    sheet.cell(column, HEADER_ROW),
                    sheet.range(column, HEADER_ROW + 1, last),
                    items.stream().map(item -> measure.of.apply(item.sums())).toList()));
        }
        var title = word("chart." + overview.groupBy());
        sheet.chart(
                new ExcelChart(
                        ExcelChart.Kind.BARS,
                        title,
                        word("chart.alternative", title, sheet.name()),
                        ExcelChart.Labels.texts(
                                sheet.range(NAME, HEADER_ROW + 1, last),
                                items.stream().map(Item::name).toList()),
                        word("column.name"),
                        word("hours"),
                        series),
                0,
                last + 3,
                8,
                last + 6 + 3 * items.size() + 8);
    }

    /** A benefit's figures are divided between its technologies, so these add up, too; its counts do not. */
    private void writeTechnologies(ExcelSheet sheet) {
        var overview = content.byTechnology();
        begin(sheet, overview, overview.groupBy());
        writeMeasureHeaders(sheet, FIRST_MEASURE);
        for (var item : overview.items()) {
            sheet.row().text(KEY, item.key() == null ? "–" : item.key(), CELL);
            sheet.text(NAME, item.name(), CELL);
            for (var measure : Measure.values()) {
                sheet.number(FIRST_MEASURE + measure.ordinal(), measure.of.apply(item.sums()), look(CELL, measure));
            }
        }
        var last = HEADER_ROW + overview.items().size();
        sheet.row().text(KEY, word("total"), TOTAL);
        sheet.blank(NAME, TOTAL);
        for (var measure : Measure.values()) {
            var column = FIRST_MEASURE + measure.ordinal();
            if (measure.compareTo(Measure.EXPECTED) >= 0 || overview.items().isEmpty()) {
                sheet.blank(column, TOTAL);
            } else {
                var range = ExcelSheet.address(column, HEADER_ROW + 1) + ":" + ExcelSheet.address(column, last);
                put(sheet, measure, "SUM(" + range + ")", measure.of.apply(overview.total()), TOTAL, word("total"));
            }
        }
        chart(sheet, overview, last);
        finish(sheet, last);
    }

    private void writeSpreads(ExcelSheet sheet) {
        var overview = content.byIndicator();
        begin(sheet, overview, overview.groupBy());
        var headers = List.of("year", "sharing", "told", "lowerQuartile", "median", "upperQuartile", "own");
        for (var i = 0; i < headers.size(); i++) {
            sheet.text(FIRST_MEASURE + i, word("spread." + headers.get(i)), NUMBER_HEADER);
        }
        for (var item : overview.items()) {
            sheet.row().text(KEY, item.key() == null ? "–" : item.key(), CELL);
            sheet.text(NAME, item.name(), ExcelLook.WRAPPED);
            var spread = item.spread();
            var told = spread == null ? null : spread.distribution();
            sheet.number(2, spread == null ? null : BigDecimal.valueOf(spread.year()), CELL.as("0"));
            sheet.number(3, spread == null ? null : BigDecimal.valueOf(spread.sharing()), CELL.as(ExcelLook.WHOLE));
            sheet.number(4, told == null ? null : BigDecimal.valueOf(told.municipalities()), CELL.as(ExcelLook.WHOLE));
            sheet.number(5, told == null ? null : told.lowerQuartile(), CELL.as(ExcelLook.WHOLE));
            sheet.number(6, told == null ? null : told.median(), CELL.as(ExcelLook.WHOLE));
            sheet.number(7, told == null ? null : told.upperQuartile(), CELL.as(ExcelLook.WHOLE));
            sheet.number(
                    8,
                    spread == null || spread.own() == null ? null : spread.own().perCent(),
                    CELL.as(ExcelLook.TENTHS));
        }
        sheet.skip();
        sheet.row().heading(0, word("spread.note"), ExcelLook.FINE);
        sheet.row().heading(0, word("spread.whenTold"), ExcelLook.FINE);
        sheet.fit(KEY, 10, 14).fit(NAME, 30, 50);
        for (var column = FIRST_MEASURE; column < FIRST_MEASURE + headers.size(); column++) {
            sheet.fit(column, 12, 16);
        }
        sheet.freeze(2, HEADER_ROW);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, footer);
    }

    /** Spreadsheets count in doubles: figures agree to four decimals, or to a billionth of what is too large for that. */
    private void writeControl(ExcelSheet sheet) {
        var results = sheet.range(4, HEADER_ROW + 1, HEADER_ROW + Math.max(1, checks.size()));
        sheet.rowOf(30.0).heading(0, word("sheet.control"), ExcelLook.TITLE);
        sheet.row().text(0, word("control.result"), ExcelLook.STRONG);
        sheet.formula(
                1,
                "IF(COUNTIF(" + results + ",\"OK\")=" + checks.size() + ",\"OK\",\"" + word("control.deviates") + "\")",
                "OK",
                ExcelLook.STRONG);
        sheet.skip();
        sheet.row().text(0, word("control.figure"), HEADER);
        for (var header : Map.of(1, "workbook", 2, "api", 3, "difference").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            sheet.text(header.getKey(), word("control." + header.getValue()), NUMBER_HEADER);
        }
        sheet.text(4, word("control.result"), HEADER);
        for (var check : checks) {
            sheet.row().text(0, check.name(), CELL);
            var row = sheet.rowNumber();
            var difference = ExcelSheet.address(3, row);
            var figure = ExcelSheet.address(2, row);
            sheet.formula(1, check.cell(), check.figure(), CELL.as(ExcelLook.HUNDREDTHS));
            sheet.number(2, check.figure(), CELL.as(ExcelLook.HUNDREDTHS));
            sheet.formula(3, ExcelSheet.address(1, row) + "-" + figure, BigDecimal.ZERO, CELL.as("#,##0.0000"));
            sheet.formula(
                    4,
                    "IF(OR(ROUND(" + difference + ",4)=0,ABS(" + difference + ")<=ABS(" + figure
                            + ")*0.000000001),\"OK\",\"" + word("control.deviates") + "\")",
                    "OK",
                    CELL);
        }
        sheet.fit(0, 40, 90).fit(1, 16, 22).fit(2, 16, 22).fit(3, 14, 16).fit(4, 10, 14);
        sheet.freeze(0, HEADER_ROW);
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, footer);
    }

    private void writeAbout(ExcelSheet sheet) {
        sheet.rowOf(30.0).heading(0, word("sheet.about"), ExcelLook.TITLE);
        for (var text : List.of("shared", "once", "reported", "sums", "spread", "five", "hidden")) {
            sheet.rowOf(3).text(0, word("about." + text), ExcelLook.NOTE);
        }
        sheet.widen(0, 110);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, 0, footer);
    }
}
