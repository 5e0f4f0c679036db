package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.TOTAL;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.shared.ExcelChart;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/**
 * Every indicator's level month by month, and hours and kroner in all below. A month without a measured value is an
 * empty cell, never 0; one where a unit is missing bears a mark, for it is lower than its neighbours for no real reason.
 */
final class WorkbookMonths {

    private static final int HEADER_ROW = 5;
    private static final int FIRST_MONTH = 3;
    /** More would be too small to read. */
    private static final int MONTHS_ON_A4 = 14;

    private static final int MONTHS_ON_A3 = 36;
    private static final String INCOMPLETE = "\" *\"";

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final List<YearMonth> months;
    private final List<WorkbookCheck> checks = new ArrayList<>();

    WorkbookMonths(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.months = content.snapshot().period().stream().toList();
    }

    /** The sums that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return checks;
    }

    void write(WorkbookData data, String footer) {
        sheet.rowOf(30.0).heading(0, words.word("months.title"), ExcelLook.TITLE);
        sheet.row().heading(0, words.word("months.note"), ExcelLook.SUBTITLE);
        sheet.row().heading(0, words.text("months.marks", WorkbookWords.withoutBaseline()), ExcelLook.SUBTITLE);
        sheet.skip();
        sheet.rowOf(1);
        sheet.text(0, words.word("months.BENEFIT"), ExcelLook.HEADER);
        sheet.text(1, words.word("months.INDICATOR"), ExcelLook.HEADER);
        sheet.text(2, words.word("months.MEASURED_IN"), ExcelLook.HEADER);
        for (int i = 0; i < months.size(); i++) {
            sheet.month(FIRST_MONTH + i, months.get(i), ExcelLook.NUMBER_HEADER);
        }
        writeLevels();
        sheet.skip();
        writeSums(data);
        sheet.widen(0, 32).widen(1, 34).fit(2, 14, 24);
        for (int i = 0; i < months.size(); i++) {
            sheet.fit(FIRST_MONTH + i, 10, 30);
        }
        sheet.freeze(2, HEADER_ROW);
        sheet.withoutGridlines();
        sheet.print(months.size() > MONTHS_ON_A4 ? ExcelSheet.Paper.A3 : ExcelSheet.Paper.A4, HEADER_ROW, footer);
        if (months.size() > MONTHS_ON_A3) {
            sheet.printWide((months.size() + MONTHS_ON_A3 - 1) / MONTHS_ON_A3, FIRST_MONTH - 1);
        }
    }

    private void writeLevels() {
        content.rollup().eachIndicator(this::writeIndicator);
    }

    private void writeIndicator(Indicator indicator, Map<YearMonth, Figures> byMonth) {
        var facts = content.snapshot().indicators().get(indicator.id());
        var title = content.facts(facts.benefitId()).title();
        sheet.rowOf(Math.max(ExcelText.lines(title, 30), ExcelText.lines(facts.name(), 32)));
        sheet.text(0, title, ExcelLook.WRAPPED);
        sheet.text(1, facts.name(), ExcelLook.WRAPPED);
        sheet.text(2, facts.unit(), ExcelLook.WRAPPED);
        var figures = months.stream().map(byMonth::get).toList();
        var format = ExcelLook.formatOf(figures.stream()
                .filter(each -> each != null && each.level() != null)
                .map(Figures::level)
                .toList());
        for (int i = 0; i < months.size(); i++) {
            writeLevel(FIRST_MONTH + i, figures.get(i), format);
        }
    }

    private void writeLevel(int column, Figures figures, String format) {
        if (figures == null || figures.measured() == 0) {
            sheet.blank(column, CELL);
        } else if (figures.suppressed() && figures.level() == null) {
            sheet.text(column, WorkbookWords.HIDDEN, ExcelLook.text(ExcelLook.Part.MARK));
        } else if (figures.level() == null) {
            sheet.text(column, WorkbookWords.withoutBaseline(), ExcelLook.text(ExcelLook.Part.MARK));
        } else if (figures.incomplete()) {
            sheet.number(
                    column,
                    figures.level(),
                    ExcelLook.text(ExcelLook.Part.SLANTED).as(format + INCOMPLETE));
        } else {
            sheet.number(column, figures.level(), CELL.as(format));
        }
    }

    private void writeSums(WorkbookData data) {
        sum("PLANNED_HOURS", TENTHS, data, WorkbookData.Column.PLANNED_HOURS, Figures::plannedHours);
        sum("HOURS", TENTHS, data, WorkbookData.Column.HOURS, Figures::hours);
        takenOut("TAKEN_HOURS", TENTHS, TakenOut::hours);
        sum("PLANNED_NOK", WHOLE, data, WorkbookData.Column.PLANNED_NOK, Figures::plannedNok);
        sum("NOK", WHOLE, data, WorkbookData.Column.NOK, Figures::nok);
        takenOut("TAKEN_NOK", WHOLE, TakenOut::nok);
        line(
                "MISSING",
                WHOLE,
                figures -> BigDecimal.valueOf(figures.missing()),
                column -> "COUNTIFS("
                        + data.range(WorkbookData.Column.MONTH) + "," + sheet.cell(column, HEADER_ROW) + ","
                        + data.range(WorkbookData.Column.STATE_CODE) + ",\"MISSING\")");
    }

    /** As booked in each month: numbers, since bookings are no points of the data, but checked against the total. */
    private void takenOut(String name, String format, Function<TakenOut, BigDecimal> part) {
        var label = words.word("months." + name);
        beginLine(label);
        for (int i = 0; i < months.size(); i++) {
            sheet.number(FIRST_MONTH + i, part.apply(takenOut(months.get(i))), TOTAL.as(format));
        }
        int row = sheet.rowNumber();
        checks.add(new WorkbookCheck(
                sheet.name() + ": " + label,
                "SUM(" + sheet.range(FIRST_MONTH, row, lastMonth(), row) + ")",
                part.apply(content.takenOut())));
    }

    private TakenOut takenOut(YearMonth month) {
        return content.byMonth().get(month.toString()).takenOut();
    }

    private int lastMonth() {
        return FIRST_MONTH + months.size() - 1;
    }

    /** Planned, measured and taken out in each month, for this sheet or another. */
    ExcelChart chart(boolean inHours) {
        int first = firstSum() + (inHours ? 0 : WorkbookCharts.MEASURES.size());
        return new WorkbookCharts(words, inHours)
                .of(
                        ExcelChart.Kind.COLUMNS,
                        "byMonth",
                        ExcelChart.Labels.months(sheet.range(FIRST_MONTH, HEADER_ROW, lastMonth(), HEADER_ROW), months),
                        months.stream().map(words::month).toList(),
                        months.stream()
                                .map(month -> content.byMonth().get(month.toString()))
                                .toList(),
                        measure -> words.word("months." + measure.line(inHours)),
                        measure -> sheet.cell(0, first + measure.ordinal()),
                        measure -> sheet.range(
                                FIRST_MONTH, first + measure.ordinal(), lastMonth(), first + measure.ordinal()));
    }

    private int firstSum() {
        var indicators = content.snapshot().portfolio().benefits().stream()
                .mapToInt(benefit -> benefit.indicators().size())
                .sum();
        return HEADER_ROW + indicators + 2;
    }

    private void sum(
            String name,
            String format,
            WorkbookData data,
            WorkbookData.Column column,
            Function<Figures, BigDecimal> figure) {
        line(
                name,
                format,
                figure,
                monthColumn -> "SUMIFS(" + data.range(column) + "," + data.range(WorkbookData.Column.MONTH) + ","
                        + sheet.cell(monthColumn, HEADER_ROW) + ")");
    }

    private void line(
            String name, String format, Function<Figures, BigDecimal> figure, Function<Integer, String> formula) {
        var label = words.word("months." + name);
        beginLine(label);
        for (int i = 0; i < months.size(); i++) {
            int column = FIRST_MONTH + i;
            var exact =
                    figure.apply(content.byMonth().get(months.get(i).toString()).figures());
            sheet.formula(column, formula.apply(column), exact, TOTAL.as(format));
            checks.add(new WorkbookCheck(
                    sheet.name() + ": " + label + " " + months.get(i), sheet.cell(column, sheet.rowNumber()), exact));
        }
    }

    private void beginLine(String label) {
        sheet.row().text(0, label, TOTAL);
        sheet.blank(1, TOTAL);
        sheet.blank(2, TOTAL);
    }
}
