package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.shared.ExcelChart;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/**
 * How each indicator went: a table of null-point, target and level for every cycle, and a chart of it at its side. All
 * three are over the same measured units, so a month where one is missing compares with itself. What was not measured, or
 * is hidden, is an empty cell and a gap in the line, with the reason beside it in a word.
 */
final class WorkbookTrends {

    /** More charts than this make a file slow to open; the levels of all indicators stand on the sheet of months. */
    static final int MOST = 100;

    private static final int MONTH = 0;
    private static final int MARK = 4;
    private static final int FIRST_OF_CHART = 6;
    private static final int LAST_OF_CHART = 13;
    private static final int LEAST_ROWS = 13;
    private static final int MOST_ROWS = 26;
    private static final double ROW = 13.5;
    private static final double HEADING = 20;
    private static final double GAP = 8;
    /** Lying A4 between its margins, in points. */
    private static final double PAGE = 510;

    private static final double WIDTH = 130;

    /** The lines, left to right in the table. */
    private enum Line {
        BASELINE(Figures::baselineLevel),
        TARGET(Figures::targetLevel),
        LEVEL(Figures::level);

        private final Function<Figures, BigDecimal> figure;

        Line(Function<Figures, BigDecimal> figure) {
            this.figure = figure;
        }

        int column() {
            return MONTH + 1 + ordinal();
        }
    }

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private double used;
    private int trends;

    WorkbookTrends(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
    }

    void write(WorkbookMonths months, String footer) {
        sheet.rowOf(30.0).heading(0, words.word("trends.title"), ExcelLook.TITLE);
        sheet.rowOf(ROW).heading(0, words.word("trends.note"), ExcelLook.SUBTITLE);
        sheet.rowOf(ROW).heading(0, words.text("trends.marks", WorkbookWords.withoutBaseline()), ExcelLook.SUBTITLE);
        used = 30.0 + 2 * ROW;
        writeTotals(months);
        content.rollup().eachIndicator((indicator, cycles) -> {
            if (!cycles.isEmpty()) {
                write(new Trend(indicator, cycles));
            }
        });
        if (trends == 0) {
            sheet.row().heading(0, words.word("trends.none"), ExcelLook.NOTE);
        } else if (trends > MOST) {
            sheet.row().heading(0, words.text("trends.more", trends - MOST), ExcelLook.FINE);
        }
        sheet.widen(MONTH, 10);
        for (var line : Line.values()) {
            sheet.fit(line.column(), 12, 14);
        }
        sheet.widen(MARK, 13).widen(MARK + 1, 2);
        for (int column = FIRST_OF_CHART; column <= LAST_OF_CHART; column++) {
            sheet.widen(column, 9);
        }
        sheet.withoutGridlines();
        sheet.printOwnSize(LAST_OF_CHART, footer);
    }

    /** Hours and kroner of all, beside each other where there are both. */
    private void writeTotals(WorkbookMonths months) {
        var units = Stream.of(true, false)
                .filter(inHours -> WorkbookCharts.hasAny(content, inHours))
                .toList();
        if (units.isEmpty()) {
            return;
        }
        begin(LEAST_ROWS);
        sheet.rowOf(HEADING).heading(0, words.word("trends.total"), ExcelLook.HEADING);
        sheet.rowOf(ROW);
        int top = sheet.rowNumber();
        for (var inHours : units) {
            boolean left = inHours.equals(units.get(0));
            sheet.chart(
                    months.chart(inHours),
                    left ? 0 : FIRST_OF_CHART,
                    top,
                    left ? FIRST_OF_CHART - 1 : LAST_OF_CHART,
                    top + LEAST_ROWS);
        }
        fillUp(top + LEAST_ROWS);
    }

    /** Begins a block of a gap, a heading, a line and rows, on a page that has room for it. */
    private void begin(int rows) {
        double height = GAP + HEADING + ROW * (rows + 1);
        if (used + height > PAGE) {
            sheet.beginPage();
            used = 0;
        }
        used += height;
        sheet.rowOf(GAP);
    }

    private void fillUp(int lastRow) {
        while (sheet.rowNumber() < lastRow) {
            sheet.rowOf(ROW);
        }
    }

    /** An indicator with its figures by the last month of each cycle in the period. */
    private record Trend(Indicator indicator, SortedMap<YearMonth, Figures> cycles) {

        List<BigDecimal> figures(Line line) {
            return cycles.values().stream().map(line.figure).toList();
        }

        boolean isMeasured() {
            return figures(Line.LEVEL).stream().anyMatch(Objects::nonNull);
        }
    }

    private void write(Trend trend) {
        if (++trends > MOST) {
            return;
        }
        int rows = trend.isMeasured()
                ? Math.max(LEAST_ROWS, trend.cycles().size() + 1)
                : trend.cycles().size() + 1;
        begin(rows);
        var facts = content.snapshot().indicators().get(trend.indicator().id());
        var benefit = content.facts(facts.benefitId()).title();
        sheet.rowOf(HEADING).heading(0, ExcelText.cut(facts.name(), WIDTH / 1.3, 1), ExcelLook.HEADING);
        sheet.rowOf(ROW)
                .heading(
                        0, ExcelText.cut(words.text("trends.of", benefit, facts.unit()), WIDTH, 1), ExcelLook.SUBTITLE);
        sheet.rowOf(ROW);
        int header = sheet.rowNumber();
        writeTable(trend);
        if (trend.isMeasured()) {
            sheet.chart(
                    chart(trend, facts.name(), facts.unit(), header),
                    FIRST_OF_CHART,
                    header,
                    LAST_OF_CHART,
                    header + Math.min(rows, MOST_ROWS) - 1);
        }
        fillUp(header + rows - 1);
    }

    private void writeTable(Trend trend) {
        sheet.text(MONTH, words.word("trends.MONTH"), ExcelLook.HEADER);
        for (var line : Line.values()) {
            sheet.text(line.column(), name(line), ExcelLook.NUMBER_HEADER);
        }
        sheet.text(MARK, words.word("trends.MARK"), ExcelLook.HEADER);
        var format = ExcelLook.formatOf(Stream.of(Line.values())
                .flatMap(line -> trend.figures(line).stream())
                .filter(Objects::nonNull)
                .toList());
        trend.cycles().forEach((month, figures) -> {
            sheet.rowOf(ROW).month(MONTH, month, ExcelLook.LINE);
            for (var line : Line.values()) {
                sheet.number(line.column(), line.figure.apply(figures), CELL.as(format));
            }
            sheet.text(MARK, mark(figures), ExcelLook.LINE);
        });
    }

    private String name(Line line) {
        return words.of("trends", line.name());
    }

    /** Why there is no level, or how it differs from those above and below. */
    private String mark(Figures figures) {
        if (figures.measured() > 0 && figures.level() == null) {
            return figures.suppressed() ? WorkbookWords.HIDDEN : WorkbookWords.withoutBaseline();
        }
        if (figures.measured() > 0) {
            return figures.incomplete() ? "*" : "";
        }
        if (figures.missing() > 0) {
            return words.of(PointState.MISSING);
        }
        if (figures.notMeasured() > 0) {
            return words.of(PointState.NOT_MEASURED);
        }
        return words.of(figures.notYetDue() > 0 ? PointState.NOT_YET_DUE : PointState.NOT_APPLICABLE);
    }

    private ExcelChart chart(Trend trend, String name, String unit, int header) {
        int first = header + 1;
        int last = header + trend.cycles().size();
        var series = new ArrayList<ExcelChart.Series>();
        for (var line : Line.values()) {
            series.add(new ExcelChart.Series(
                    name(line),
                    sheet.cell(line.column(), header),
                    sheet.range(line.column(), first, last),
                    trend.figures(line)));
        }
        return new ExcelChart(
                ExcelChart.Kind.LINES,
                ExcelText.cut(name, WIDTH / 2, 1),
                told(trend, name, unit),
                ExcelChart.Labels.months(
                        sheet.range(MONTH, first, last),
                        List.copyOf(trend.cycles().keySet())),
                words.word("trends.MONTH"),
                unit,
                series);
    }

    private String told(Trend trend, String name, String unit) {
        var measured = trend.cycles().entrySet().stream()
                .filter(cycle -> cycle.getValue().level() != null)
                .toList();
        var last = measured.get(measured.size() - 1);
        return words.text(
                "trends.told",
                name,
                words.month(last.getKey()),
                number(last.getValue().level()),
                unit,
                number(last.getValue().baselineLevel()),
                number(last.getValue().targetLevel()),
                measured.size());
    }

    private String number(BigDecimal number) {
        if (number == null) {
            return words.word("trends.noFigure");
        }
        var format = NumberFormat.getInstance(words.language().locale());
        format.setMaximumFractionDigits(number.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 2);
        return format.format(number);
    }
}
