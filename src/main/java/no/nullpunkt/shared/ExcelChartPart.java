package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.PresetPattern;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPatternFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFRunProperties;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/** Puts a chart into a workbook. What it draws is handed to it, since the rows of the sheet may be on disk by now. */
final class ExcelChartPart {

    private static final byte[] DARK = color(0x1B, 0x4F, 0x5F);
    private static final byte[] MIDDLE = color(0xC4, 0x72, 0x1C);
    private static final byte[] LIGHT = color(0x9F, 0xC1, 0xCB);
    private static final byte[] AMBER = color(0xEB, 0xA9, 0x5F);
    private static final byte[] GREY = color(0x7A, 0x85, 0x89);
    private static final byte[] INK = color(0x1E, 0x24, 0x27);
    private static final byte[] FAINT = color(0xDD, 0xE5, 0xE8);
    private static final byte[] WHITE = color(0xFF, 0xFF, 0xFF);
    private static final BigDecimal SHOWN_WHOLE = BigDecimal.TEN;
    /** In 60,000ths of a degree. */
    private static final int QUARTER_TURN_LEFT = -5_400_000;

    private static final double TEXT_POINTS = 9;
    private static final double TITLE_POINTS = 11;

    /** How a line looks; one is told from another in black and white, too. */
    private record Stroke(byte[] color, double points, PresetLineDash dash, MarkerStyle marker, int markerSize) {}

    private static final List<Stroke> STROKES = List.of(
            new Stroke(GREY, 1.5, PresetLineDash.SYSTEM_DOT, MarkerStyle.DIAMOND, 6),
            new Stroke(MIDDLE, 1.75, PresetLineDash.DASH, MarkerStyle.TRIANGLE, 6),
            new Stroke(DARK, 2.5, PresetLineDash.SOLID, MarkerStyle.CIRCLE, 6));

    private final ExcelChart chart;
    private final XSSFChart part;

    private ExcelChartPart(ExcelChart chart, XSSFChart part) {
        this.chart = chart;
        this.part = part;
    }

    /** @param lastColumn the one after the chart's last, as is the last row; all counted from 0 */
    static void put(
            ExcelChart chart,
            XSSFSheet sheet,
            String language,
            int firstColumn,
            int firstRow,
            int lastColumn,
            int lastRow) {
        var anchor = new XSSFClientAnchor(0, 0, 0, 0, firstColumn, firstRow, lastColumn, lastRow);
        var part = sheet.createDrawingPatriarch().createChart(anchor);
        var frame = part.getGraphicFrame().getCTGraphicalObjectFrame();
        var told = frame.getNvGraphicFramePr().getCNvPr();
        told.setName(chart.title());
        told.setDescr(chart.alternative());
        new ExcelChartPart(chart, part).draw(language);
    }

    private void draw(String language) {
        var space = part.getCTChartSpace();
        space.addNewLang().setVal(language);
        space.addNewRoundedCorners().setVal(false);
        part.getOrAddShapeProperties().setFillProperties(solid(WHITE));
        part.getOrAddShapeProperties().setLineProperties(line(FAINT, 0.75));
        write(part.getCTChart().addNewTitle(), chart.title(), TITLE_POINTS, language);
        part.setAutoTitleDeleted(false);
        part.displayBlanksAs(DisplayBlanks.GAP);

        boolean lying = chart.kind() == ExcelChart.Kind.BARS;
        var labels = part.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        var values = part.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        finish(labels);
        finish(values);
        var plot = part.getCTChart().getPlotArea();
        write(plot.getCatAxArray(0).addNewTitle(), chart.labelsTitle(), TEXT_POINTS, language);
        write(plot.getValAxArray(0).addNewTitle(), chart.unit(), TEXT_POINTS, language);
        upwards(lying ? plot.getCatAxArray(0).getTitle() : plot.getValAxArray(0).getTitle());
        labels.setTickLabelPosition(AxisTickLabelPosition.LOW);
        if (chart.labels().areMonths()) {
            labels.setNumberFormat(months(language));
        }
        if (lying) {
            // From the top down, as in the table, with the numbers at the bottom all the same.
            labels.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        }
        scale(values);
        plot(labels, values);
        if (chart.series().size() > 1) {
            part.getOrAddLegend().setPosition(LegendPosition.TOP);
            part.getOrAddLegend().setOverlay(false);
        }
        letterAll();
    }

    /** In the names of the workbook's language, whatever the reader's own; by the codes formats know languages by. */
    private static String months(String language) {
        return switch (language) {
            case "nb-NO" -> "[$-414]mmm\\ yy";
            case "nn-NO" -> "[$-814]mmm\\ yy";
            default -> "[$-809]mmm\\ yy";
        };
    }

    private static void finish(XDDFChartAxis axis) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(line(GREY, 0.75));
    }

    /** From 0 where nothing is below it, so that no difference looks larger than it is. */
    private void scale(XDDFValueAxis values) {
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.getOrAddMajorGridProperties().setLineProperties(line(FAINT, 0.75));
        if (chart.figures().allMatch(figure -> figure.signum() >= 0)) {
            values.setMinimum(0);
        }
        boolean whole = chart.figures().anyMatch(figure -> figure.abs().compareTo(SHOWN_WHOLE) >= 0);
        values.setNumberFormat(whole ? ExcelLook.WHOLE : ExcelLook.GENERAL);
    }

    private void plot(XDDFCategoryAxis labels, XDDFValueAxis values) {
        var data = part.createData(
                chart.kind() == ExcelChart.Kind.LINES ? ChartTypes.LINE : ChartTypes.BAR, labels, values);
        data.setVaryColors(false);
        if (data instanceof XDDFLineChartData lines) {
            lines.setGrouping(Grouping.STANDARD);
        } else if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(chart.kind() == ExcelChart.Kind.BARS ? BarDirection.BAR : BarDirection.COL);
            bars.setBarGrouping(BarGrouping.CLUSTERED);
            bars.setGapWidth(70);
            bars.setOverlap((byte) 0);
        }
        for (int i = 0; i < chart.series().size(); i++) {
            add(data, chart.series().get(i), i);
        }
    }

    private void add(XDDFChartData data, ExcelChart.Series series, int position) {
        var figures = XDDFDataSourcesFactory.fromArray(
                series.figures().stream()
                        .map(figure -> figure == null ? null : ExcelSheet.nearest(figure))
                        .toArray(Double[]::new),
                series.cells());
        figures.setFormatCode(ExcelLook.GENERAL);
        var added = data.addSeries(labels(), figures);
        added.setTitle(series.name(), new CellReference(series.nameCell()));
        if (added instanceof XDDFLineChartData.Series line) {
            var stroke = STROKES.get(position);
            var drawn = line(stroke.color(), stroke.points());
            drawn.setPresetDash(new XDDFPresetLineDash(stroke.dash()));
            line.setLineProperties(drawn);
            line.setSmooth(false);
            line.setMarkerStyle(stroke.marker());
            line.setMarkerSize((short) stroke.markerSize());
            var marker = new XDDFShapeProperties(line.getCTLineSer().getMarker().addNewSpPr());
            marker.setFillProperties(solid(stroke.color()));
            marker.setLineProperties(line(stroke.color(), 0.75));
        } else if (added instanceof XDDFBarChartData.Series bar) {
            bar.setInvertIfNegative(false);
            bar.setFillProperties(fill(position));
            bar.setLineProperties(line(DARK, 0.75));
        }
        // Not by the chart, which would look for a sheet to write the figures to.
        added.plot();
    }

    private XDDFDataSource<?> labels() {
        var contents = chart.labels().contents();
        if (!chart.labels().areMonths()) {
            return XDDFDataSourcesFactory.fromArray(
                    contents.toArray(String[]::new), chart.labels().cells());
        }
        var months = XDDFDataSourcesFactory.fromArray(
                contents.stream()
                        .map(month -> ExcelSheet.serial((YearMonth) month))
                        .toArray(Double[]::new),
                chart.labels().cells());
        months.setFormatCode(ExcelLook.MONTH);
        return months;
    }

    /** A program that draws no patterns leaves the first bar hollow, which tells it from the others as well. */
    private static XDDFFillProperties fill(int position) {
        return switch (position) {
            case 0 -> pattern();
            case 1 -> solid(DARK);
            default -> solid(AMBER);
        };
    }

    private static XDDFPatternFillProperties pattern() {
        var pattern = new XDDFPatternFillProperties();
        pattern.setPresetPattern(PresetPattern.WIDE_UPWARD_DIAGONAL);
        // The library's own setters leave both colours empty.
        pattern.getXmlObject().addNewFgClr().addNewSrgbClr().setVal(LIGHT);
        pattern.getXmlObject().addNewBgClr().addNewSrgbClr().setVal(WHITE);
        return pattern;
    }

    private static XDDFSolidFillProperties solid(byte[] color) {
        return new XDDFSolidFillProperties(XDDFColor.from(color));
    }

    private static XDDFLineProperties line(byte[] color, double points) {
        var line = new XDDFLineProperties(solid(color));
        line.setWidth(points);
        return line;
    }

    /** A title of the chart or an axis. The library's own would be in the language of the machine. */
    private static void write(CTTitle title, String text, double points, String language) {
        var body = title.addNewTx().addNewRich();
        body.addNewBodyPr();
        body.addNewLstStyle();
        var paragraph = body.addNewP();
        paragraph.addNewPPr().addNewDefRPr();
        var run = paragraph.addNewR();
        var letters = new XDDFRunProperties(run.addNewRPr());
        letters.setLanguage(Locale.forLanguageTag(language));
        letter(letters, points, points > TEXT_POINTS);
        run.setT(text);
        title.addNewOverlay().setVal(false);
    }

    private static void upwards(CTTitle title) {
        var body = title.getTx().getRich().getBodyPr();
        body.setRot(QUARTER_TURN_LEFT);
        body.setVert(STTextVerticalType.HORZ);
    }

    private static void letter(XDDFRunProperties letters, double points, boolean bold) {
        letters.setFontSize(points);
        letters.setBold(bold);
        letters.setFillProperties(solid(INK));
    }

    /** The size of all text that says nothing of its own. */
    private void letterAll() {
        var text = part.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        text.addNewLstStyle();
        var paragraph = text.addNewP();
        letter(new XDDFRunProperties(paragraph.addNewPPr().addNewDefRPr()), TEXT_POINTS, false);
        paragraph.addNewEndParaRPr();
    }

    private static byte[] color(int red, int green, int blue) {
        return new byte[] {(byte) red, (byte) green, (byte) blue};
    }
}
