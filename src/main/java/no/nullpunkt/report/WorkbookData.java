package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.DATA;
import static no.nullpunkt.shared.ExcelLook.HUNDREDTHS;
import static no.nullpunkt.shared.ExcelLook.PERCENT;
import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.results.SeriesFacts;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelMark;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;
import no.nullpunkt.shared.Problem;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * The sheet that all others add up: a row for every point of the period, whatever its state, so that counts of states
 * can be checked too and a gap is told instead of left out. What is not there is an empty cell; only a measured 0 is 0.
 *
 * <p>After the named columns comes one for each technology with its share of the benefit, empty where it has none: the
 * sum over a technology is then the product of two columns, and a row stays one point.
 */
final class WorkbookData {

    private static final double WIDEST = 60;
    private static final String TABLE = "Nullpunkt_data";

    /** The columns, left to right. */
    enum Column {
        BENEFIT(34),
        INDICATOR(34),
        MEASURED_IN(18),
        UNIT(22),
        TECHNOLOGIES(28),
        TECHNOLOGY_CODES(22),
        PLAN_HEADING(22),
        PLAN_HEADING_CODE(18),
        AGGREGATION(14),
        MONTH(10, ExcelLook.MONTH),
        STATE(14),
        STATE_CODE(16),
        VALUE(12, HUNDREDTHS),
        WEIGHT(12, HUNDREDTHS),
        NUMERATOR(12, HUNDREDTHS),
        DENOMINATOR(12, HUNDREDTHS),
        FACTOR(9, WHOLE),
        EXPOSURE(12, HUNDREDTHS),
        BASELINE(12, "#,##0.0000"),
        BASELINE_VERSION(11, WHOLE),
        BASELINE_APPROVED(11),
        BASELINE_LATE(11),
        TARGET(12, HUNDREDTHS),
        GAIN(12, HUNDREDTHS),
        PLANNED_GAIN(12, HUNDREDTHS),
        PER_UNIT(12, HUNDREDTHS),
        ATTRIBUTION(11, PERCENT),
        HOURS(12, TENTHS),
        NOK(14, WHOLE),
        PLANNED_HOURS(12, TENTHS),
        PLANNED_NOK(14, WHOLE),
        OWN_BUDGET_NOK(14, WHOLE),
        BENEFIT_ID(38),
        INDICATOR_ID(38),
        UNIT_ID(38);

        private final int width;
        private final String format;

        Column(int width) {
            this(width, null);
        }

        Column(int width, String format) {
            this.width = width;
            this.format = format;
        }
    }

    private static final Column[] COLUMNS = Column.values();

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final int points;
    private final List<String> technologies;
    private final Map<PointState, String> stateNames = new EnumMap<>(PointState.class);
    /** Of each column's numbers: all that a million of them need leave behind for the columns to be wide enough. */
    private final double[] largest = new double[COLUMNS.length];

    private final CellStyle[] styles = new CellStyle[COLUMNS.length];
    private CellStyle shareStyle;
    private SeriesCells series;
    private int written;

    WorkbookData(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.points = content.points();
        this.technologies = content.technologies();
        for (var state : PointState.values()) {
            stateNames.put(state, words.of(state));
        }
    }

    /**
     * Refuses what one sheet cannot hold, before anything is written.
     *
     * @throws Problem 422
     */
    static void mustFit(long points) {
        int most = ExcelBook.MAX_ROWS - 1;
        if (points > most) {
            throw Problem.rule("too-many-rows", points, most);
        }
    }

    /** The rows of a column, for a formula on another sheet. */
    String range(Column column) {
        return sheet.range(column.ordinal(), 2, lastRowNumber());
    }

    /** A technology's shares of the rows; null for benefits without a technology. */
    String shares(String technology) {
        return sheet.range(COLUMNS.length + technologies.indexOf(technology), 2, lastRowNumber());
    }

    /** A table has at least one row, which is empty when there are no points. */
    private int lastRowNumber() {
        return Math.max(1, points) + 1;
    }

    void write(String footer) {
        writeHeader();
        for (var column : COLUMNS) {
            styles[column.ordinal()] = sheet.style(column.format == null ? DATA : DATA.as(column.format));
        }
        shareStyle = sheet.style(DATA.as(PERCENT));
        var rows = sheet.stream(points);
        content.rollup().walk().forEach(point -> write(point, rows));
        for (var column : COLUMNS) {
            fit(column);
        }
        writeTable();
        sheet.mark(
                ExcelMark.WARNING,
                Column.STATE.ordinal(),
                2,
                lastRowNumber(),
                ExcelSheet.inRow(Column.STATE_CODE.ordinal(), 2) + "=\"MISSING\"");
        sheet.freeze(1, 1);
        sheet.print(ExcelSheet.Paper.A3, 1, footer);
    }

    private void fit(Column column) {
        if (column.format != null && column != Column.MONTH) {
            // With room for a minus sign.
            var widest = BigDecimal.valueOf(-largest[column.ordinal()]);
            sheet.note(column.ordinal(), ExcelText.width(widest, column.format));
        }
        sheet.fit(column.ordinal(), column.width, WIDEST);
    }

    private void writeHeader() {
        sheet.rowOf(3);
        for (var column : COLUMNS) {
            sheet.text(
                    column.ordinal(),
                    header(column),
                    column.format == null ? ExcelLook.HEADER : ExcelLook.NUMBER_HEADER);
        }
        for (int i = 0; i < technologies.size(); i++) {
            sheet.text(COLUMNS.length + i, shareHeader(i), ExcelLook.NUMBER_HEADER);
            sheet.widen(COLUMNS.length + i, 16);
        }
    }

    private String header(Column column) {
        return words.word("data." + column);
    }

    /** By code, since a table's columns have different names and a municipality may call two technologies the same. */
    private String shareHeader(int technology) {
        var code = technologies.get(technology);
        return words.text("data.share", code == null ? words.label("technology", "none") : code);
    }

    private void write(Point point, SXSSFSheet rows) {
        if (series == null || !series.areOf(point)) {
            series = new SeriesCells(point);
        }
        var row = rows.createRow(++written);
        series.write(row);
        writePoint(point, row);
    }

    private void writePoint(Point point, SXSSFRow row) {
        put(row, Column.MONTH, ExcelSheet.serial(point.month()));
        put(row, Column.STATE, stateNames.get(point.state()));
        put(row, Column.STATE_CODE, point.state().name());
        if (point.measure() != null) {
            put(row, Column.VALUE, point.measure().value());
            put(row, Column.WEIGHT, point.measure().weight());
            put(row, Column.NUMERATOR, point.measure().numerator());
            put(row, Column.DENOMINATOR, point.measure().denominator());
        }
        if (point.suppressed()) {
            hide(point, row);
        }
        put(row, Column.BASELINE, point.baseline());
        if (point.exposure() != null) {
            put(row, Column.EXPOSURE, point.exposure().amount());
        }
        put(row, Column.TARGET, point.target());
        put(row, Column.GAIN, point.gain());
        put(row, Column.PLANNED_GAIN, point.plannedGain());
        put(row, Column.PER_UNIT, point.perUnit());
        var kind = point.indicator().valuation().kind();
        if (kind != ValuationKind.NONE) {
            var inHours = kind == ValuationKind.HOURS;
            if (point.gain() != null) {
                put(row, inHours ? Column.HOURS : Column.NOK, inHours ? point.hours() : point.nok());
            }
            if (point.plannedGain() != null) {
                put(
                        row,
                        inHours ? Column.PLANNED_HOURS : Column.PLANNED_NOK,
                        inHours ? point.plannedHours() : point.plannedNok());
            }
            if (point.gain() != null && point.hourlyCost() != null) {
                put(row, Column.OWN_BUDGET_NOK, point.ownBudgetNok());
            }
        }
    }

    /** Says where a number would stand. */
    private void hide(Point point, SXSSFRow row) {
        var hidden = EnumSet.noneOf(Column.class);
        if (content.snapshot().series().get(SeriesKey.of(point)).baseline() != null) {
            hidden.add(Column.BASELINE);
        }
        if (point.state() == PointState.MEASURED) {
            hidden.addAll(
                    switch (point.indicator().aggregation()) {
                        case SUM, LATEST -> EnumSet.of(Column.VALUE);
                        case MEAN -> EnumSet.of(Column.VALUE, Column.WEIGHT);
                        case RATIO -> EnumSet.of(Column.NUMERATOR, Column.DENOMINATOR);
                    });
            hidden.addAll(EnumSet.of(Column.EXPOSURE, Column.GAIN, Column.PLANNED_GAIN));
        }
        hidden.forEach(column -> put(row, column, WorkbookWords.HIDDEN));
    }

    private void put(SXSSFRow row, Column column, BigDecimal number) {
        if (number != null) {
            put(row, column, ExcelSheet.nearest(number));
        }
    }

    private void put(SXSSFRow row, Column column, double number) {
        largest[column.ordinal()] = Math.max(largest[column.ordinal()], Math.abs(number));
        var cell = row.createCell(column.ordinal());
        cell.setCellValue(number);
        cell.setCellStyle(styles[column.ordinal()]);
    }

    private void put(SXSSFRow row, Column column, String text) {
        var cell = row.createCell(column.ordinal());
        cell.setCellValue(text);
        cell.setCellStyle(styles[column.ordinal()]);
    }

    private void writeTable() {
        int columns = COLUMNS.length + technologies.size();
        var area = new AreaReference(
                new CellReference(0, 0),
                new CellReference(lastRowNumber() - 1, columns - 1),
                SpreadsheetVersion.EXCEL2007);
        var table = sheet.frame().createTable(area);
        table.setName(TABLE);
        table.setDisplayName(TABLE);
        // The header's cells are written elsewhere, so the table cannot read its columns' names from them.
        var named = table.getCTTable().getTableColumns().getTableColumnList();
        for (int i = 0; i < columns; i++) {
            named.get(i).setName(i < COLUMNS.length ? header(COLUMNS[i]) : shareHeader(i - COLUMNS.length));
        }
        if (!sheet.isAccessible()) {
            table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        }
    }

    /** The cells that all points of a series have alike. */
    private final class SeriesCells {

        private record Text(Column column, String text, CellStyle style) {}

        private final Point first;
        private final List<Text> texts;
        private final SeriesFacts.BaselineFacts baseline;
        /** In the order of the technologies, null where the benefit has none of one. */
        private final List<BigDecimal> shares;

        SeriesCells(Point point) {
            first = point;
            var snapshot = content.snapshot();
            var benefit = point.benefit();
            var indicator = snapshot.indicators().get(point.indicatorId());
            baseline = snapshot.series().get(SeriesKey.of(point)).baseline();
            shares = technologies.stream().map(code -> share(benefit, code)).collect(Collectors.toList());
            texts = Stream.of(
                            text(Column.BENEFIT, content.facts(benefit.id()).title()),
                            text(Column.BENEFIT_ID, benefit.id().toString()),
                            text(Column.INDICATOR, indicator.name()),
                            text(Column.INDICATOR_ID, point.indicatorId().toString()),
                            text(Column.MEASURED_IN, indicator.unit()),
                            text(
                                    Column.UNIT,
                                    snapshot.units().get(point.unitId()).name()),
                            text(Column.UNIT_ID, point.unitId().toString()),
                            text(Column.TECHNOLOGIES, names(benefit)),
                            text(
                                    Column.TECHNOLOGY_CODES,
                                    String.join("; ", benefit.technologies().keySet())),
                            text(Column.PLAN_HEADING, words.of(benefit.planHeading())),
                            text(Column.PLAN_HEADING_CODE, WorkbookWords.code(benefit.planHeading())),
                            text(Column.AGGREGATION, words.of(point.indicator().aggregation())),
                            text(Column.BASELINE_APPROVED, baseline == null ? "" : words.yesOrNo(baseline.approved())),
                            text(Column.BASELINE_LATE, baseline == null ? "" : words.yesOrNo(baseline.late())))
                    .filter(text -> !text.text().isEmpty())
                    .toList();
        }

        private Text text(Column column, String text) {
            sheet.note(column.ordinal(), ExcelText.width(text));
            return new Text(column, text, sheet.textStyle(text, DATA));
        }

        private String names(Benefit benefit) {
            return benefit.technologies().keySet().stream()
                    .map(content::technology)
                    .collect(Collectors.joining("; "));
        }

        boolean areOf(Point point) {
            return point.series() == first.series() && point.indicator() == first.indicator();
        }

        void write(SXSSFRow row) {
            for (var text : texts) {
                var cell = row.createCell(text.column().ordinal());
                cell.setCellValue(text.text());
                cell.setCellStyle(text.style());
            }
            put(row, Column.FACTOR, first.indicator().factor());
            if (baseline != null) {
                put(row, Column.BASELINE_VERSION, baseline.version());
            }
            put(row, Column.ATTRIBUTION, first.benefit().attributionShare());
            for (int i = 0; i < shares.size(); i++) {
                if (shares.get(i) != null) {
                    var cell = row.createCell(COLUMNS.length + i);
                    cell.setCellValue(ExcelSheet.nearest(shares.get(i)));
                    cell.setCellStyle(shareStyle);
                }
            }
        }
    }

    /** A technology's share of a benefit, null where it has none; all of it stands under null when nobody has said. */
    static BigDecimal share(Benefit benefit, String technology) {
        if (technology == null) {
            return benefit.technologies().isEmpty() ? BigDecimal.ONE : null;
        }
        return benefit.technologies().get(technology);
    }
}
