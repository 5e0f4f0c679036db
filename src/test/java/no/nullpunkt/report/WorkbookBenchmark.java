package no.nullpunkt.report;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Parameters;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.IndicatorFacts;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.Names;
import no.nullpunkt.results.SeriesFacts;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Suppression;
import no.nullpunkt.results.UnitFacts;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * How long a workbook of many rows takes, beside a bare loop of the streaming library that writes as many of the same
 * cells to one sheet. Run by hand: {@code main} takes the number of rows.
 */
final class WorkbookBenchmark {

    private static final YearMonth FROM = YearMonth.of(2017, 1);
    private static final int MONTHS = 120;
    private static final int UNITS = 84;

    public static void main(String... arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        var file = Files.createTempFile("workbook", ".xlsx");
        var snapshot = snapshot(rows / (MONTHS * UNITS), new Period(FROM, FROM.plusMonths(MONTHS - 1)));
        var before = usedMegabytes();
        long start = now();
        var content = WorkbookContent.of(snapshot, Map.of(), Language.NB, results -> "", "0");
        System.out.printf(
                "calculated %d points in %.1f s, %d MB%n",
                content.rollup().points().size(), seconds(start), usedMegabytes() - before);

        var held = usedMegabytes();
        start = now();
        try (var book = Workbook.of(content, Language.NB, false);
                var out = Files.newOutputStream(file)) {
            System.out.printf("rows written in %.1f s, %d MB held%n", seconds(start), usedMegabytes() - held);
            book.write(out);
        }
        System.out.printf("workbook: %.1f s, %d MB on disk%n", seconds(start), Files.size(file) >> 20);
        int points = content.rollup().points().size();
        var template = template();
        start = now();
        writeBare(points, template, file);
        System.out.printf("bare loop: %.1f s, %d MB on disk%n", seconds(start), Files.size(file) >> 20);
        Files.delete(file);
    }

    /** Seconds of this thread, whatever else the machine does. */
    private static double seconds(long start) {
        return (now() - start) / 1e9;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedMegabytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    /** The cells of one row as the workbook writes them: texts and numbers by column. */
    private static Map<Integer, Object> template() {
        var row = WorkbookFile.open(WorkbookFile.bytes(snapshot(1, new Period(FROM, FROM)), Language.NB, false))
                .sheet(WorkbookSheet.DATA)
                .getRow(1);
        var cells = new TreeMap<Integer, Object>();
        row.forEach(cell -> cells.put(
                cell.getColumnIndex(),
                switch (cell.getCellType()) {
                    case STRING -> cell.getStringCellValue();
                    case NUMERIC -> cell.getNumericCellValue();
                    default -> throw new IllegalStateException(cell.toString());
                }));
        return cells;
    }

    private static void writeBare(int rows, Map<Integer, Object> template, Path file) throws IOException {
        try (var book = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = book.createSheet();
            CellStyle style = book.createCellStyle();
            style.setDataFormat((short) 4);
            for (int i = 0; i < rows; i++) {
                var row = sheet.createRow(i);
                for (var cell : template.entrySet()) {
                    if (cell.getValue() instanceof String text) {
                        row.createCell(cell.getKey()).setCellValue(text);
                    } else {
                        var number = row.createCell(cell.getKey());
                        double value = (Double) cell.getValue();
                        // Fractions differ from row to row, as measured ones do; they take longer to write and to zip.
                        number.setCellValue(value == Math.rint(value) ? value : value * (1 + i * 1e-9));
                        number.setCellStyle(style);
                    }
                }
            }
            book.write(out);
        }
    }

    private static Snapshot snapshot(int benefits, Period period) {
        var units = new LinkedHashMap<UUID, UnitFacts>();
        for (int i = 0; i < UNITS; i++) {
            var id = WorkbookFixture.id("unit" + i);
            units.put(id, new UnitFacts(id, "Hjemmetjenesten, sone " + i, null, null, null, null));
        }
        var benefitFacts = new LinkedHashMap<UUID, BenefitFacts>();
        var indicatorFacts = new LinkedHashMap<UUID, IndicatorFacts>();
        var seriesFacts = new HashMap<SeriesKey, SeriesFacts>();
        var all = new ArrayList<Benefit>();
        var owner = new Named(WorkbookFixture.id("owner"), "Kari Nordmann");
        var baseline = new SeriesFacts.BaselineFacts(
                1, true, false, LocalDate.of(2016, 1, 1), LocalDate.of(2016, 12, 31), "Telling", "MEASURED", null);
        for (int b = 0; b < benefits; b++) {
            var id = WorkbookFixture.id("benefit" + b);
            var indicator = WorkbookFixture.id("indicator" + b);
            benefitFacts.put(
                    id,
                    new BenefitFacts(
                            id,
                            "Færre hjemmebesøk, bydel " + b,
                            owner,
                            null,
                            FROM,
                            BenefitType.TIME_SAVED,
                            PlanHeading.OWN_BUDGET,
                            "EXECUTING",
                            true,
                            owner,
                            true,
                            owner,
                            owner,
                            List.of(),
                            List.of(),
                            null,
                            null,
                            null,
                            null));
            indicatorFacts.put(
                    indicator,
                    new IndicatorFacts(
                            indicator,
                            id,
                            "Hjemmebesøk per bruker per uke",
                            "besøk per brukeruke",
                            null,
                            null,
                            null,
                            null,
                            false));
            var series = new ArrayList<Series>();
            for (var unit : units.keySet()) {
                seriesFacts.put(new SeriesKey(indicator, unit), new SeriesFacts(seriesFacts.size(), owner, baseline));
                var values = new TreeMap<YearMonth, Value>();
                for (int month = 0; month < MONTHS; month++) {
                    var numerator = WorkbookFixture.number(900 + (month * 31 + b) % 500 + ".5");
                    values.put(
                            FROM.plusMonths(month),
                            Value.measured(Measure.ratio(numerator, WorkbookFixture.number("131"))));
                }
                series.add(new Series(
                        unit,
                        Measure.ratio(WorkbookFixture.number("1420"), WorkbookFixture.number("130")),
                        Dated.from(FROM, WorkbookFixture.number("7.5")),
                        values));
            }
            all.add(new Benefit(
                    id,
                    BenefitType.TIME_SAVED,
                    PlanHeading.OWN_BUDGET,
                    WorkbookFixture.number("0.8"),
                    Map.of("medicine-dispenser", WorkbookFixture.number("1")),
                    List.of(new Indicator(
                            indicator,
                            IndicatorRole.TIME_SAVED,
                            Direction.LOWER_IS_BETTER,
                            Aggregation.RATIO,
                            WorkbookFixture.number("1"),
                            1,
                            FROM,
                            null,
                            WorkbookFixture.number("0"),
                            new Valuation(ValuationKind.HOURS, Dated.from(FROM, WorkbookFixture.number("0.35"))),
                            series))));
        }
        var parameters = new Parameters(
                Dated.from(FROM, WorkbookFixture.number("1750")), Dated.from(FROM, WorkbookFixture.number("432.5")));
        return new Snapshot(
                "9901",
                "Storvik",
                WorkbookFixture.AS_OF,
                YearMonth.of(2027, 1),
                period,
                Filter.NONE,
                new Portfolio(all, parameters),
                benefitFacts,
                indicatorFacts,
                seriesFacts,
                units,
                Map.of("medicine-dispenser", new Names("Medisindispenser", "Medisindispensar", "Dispenser")),
                List.of(),
                List.of(),
                Suppression.NOTHING);
    }

    private WorkbookBenchmark() {}
}
