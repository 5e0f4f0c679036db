package no.nullpunkt.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.nullpunkt.benchmark.Table;
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
import no.nullpunkt.results.ValuesOnDisk;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * A workbook of many rows, from the values to the file, beside a bare loop of the streaming library that writes as many
 * rows of the same cells to one sheet. Memory is measured in processes of their own, by what is left after a full
 * collection four times a second.
 */
class WorkbookBenchmark {

    private static final YearMonth FROM = YearMonth.of(2017, 1);
    private static final int MONTHS = 125;
    /** As many as there are charts of at most, so that both sizes have all of them. */
    private static final int BENEFITS = 100;
    /** Units that measure each benefit. */
    private static final int SMALL = 8;

    private static final int LARGE = 80;
    private static final int ROUNDS = 5;
    private static final int ROUNDS_OF_LARGE = 2;

    /** A few rows are not in it: one value in a hundred is missing, and told so. */
    @Test
    void takesLittleLongerThanABareLoopAndNoMoreMemoryForTenTimesTheRows() throws Exception {
        var table = new Table("Workbook of 100,000 and 1,000,000 rows");
        var template = template();
        var file = Files.createTempFile("workbook", ".xlsx");
        double[] medians = new double[2];
        for (int i = 0; i < 2; i++) {
            int units = i == 0 ? SMALL : LARGE;
            int rounds = i == 0 ? ROUNDS : ROUNDS_OF_LARGE;
            var floors = new double[rounds];
            var times = new double[rounds];
            for (int round = i == 0 ? -rounds : 0; round < rounds; round++) {
                double floor = Table.milliseconds(() -> writeBare(rows(units), template, file));
                double time = Table.milliseconds(() -> write(units, file));
                if (round >= 0) {
                    floors[round] = floor;
                    times[round] = time;
                }
            }
            table.row(rows(units) + " rows, from the values to the file", floors, times, "at most 1.5");
            medians[i] = Table.median(times);
        }
        table.growth("rows", medians[0], medians[1]);
        double small = peakMegabytes(SMALL);
        double large = peakMegabytes(LARGE);
        table.note(String.format(
                Locale.ROOT,
                "Peak of the live heap: %.1f MB for %d rows, %.1f MB for %d, ratio %.2f; wanted: at most 1.2.",
                small,
                rows(SMALL),
                large,
                rows(LARGE),
                large / small));
        Files.delete(file);
    }

    private static int rows(int units) {
        return BENEFITS * units * MONTHS;
    }

    private static void write(int units, Path file) throws IOException {
        try (var disk = new ValuesOnDisk();
                var out = Files.newOutputStream(file)) {
            var snapshot = snapshot(units, new Period(FROM, FROM.plusMonths(MONTHS - 1)), disk);
            var content = WorkbookContent.of(snapshot, Map.of(), Language.NB, results -> "", "0");
            try (var book = Workbook.of(content, Language.NB, false)) {
                book.write(out);
            }
        }
    }

    private static double peakMegabytes(int units) throws IOException, InterruptedException {
        var said = Files.createTempFile("workbook", ".txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookBenchmark.class.getName(),
                        String.valueOf(units))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = process.waitFor();
        var lines = Files.readAllLines(said);
        if (status != 0) {
            throw new IllegalStateException(String.join("\n", lines));
        }
        return Double.parseDouble(lines.get(lines.size() - 1)) / (1 << 20);
    }

    /** Prints the most bytes that were in use after a collection. */
    public static void main(String... arguments) throws IOException {
        var most = new AtomicLong();
        var watch = new Timer(true);
        watch.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        most.accumulateAndGet(live(), Math::max);
                    }
                },
                0,
                250);
        var file = Files.createTempFile("workbook", ".xlsx");
        write(Integer.parseInt(arguments[0]), file);
        Files.delete(file);
        System.out.println(most.get());
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** What a cell holds, a text or a number, and its format. */
    private record Content(Object value, String format) {}

    /** The cells of one row as the workbook writes them, by column. */
    private static Map<Integer, Content> template() {
        try (var disk = new ValuesOnDisk()) {
            var snapshot = snapshot(1, new Period(FROM, FROM), disk);
            var row = WorkbookFile.open(WorkbookFile.bytes(snapshot, Language.NB, false))
                    .sheet(WorkbookSheet.DATA)
                    .getRow(1);
            var cells = new TreeMap<Integer, Content>();
            row.forEach(cell -> cells.put(
                    cell.getColumnIndex(),
                    new Content(
                            switch (cell.getCellType()) {
                                case STRING -> cell.getStringCellValue();
                                case NUMERIC -> cell.getNumericCellValue();
                                default -> throw new IllegalStateException(cell.toString());
                            },
                            cell.getCellStyle().getDataFormatString())));
            return cells;
        }
    }

    private static void writeBare(int rows, Map<Integer, Content> template, Path file) throws IOException {
        try (var book = new SXSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet();
            var styles = new HashMap<String, CellStyle>();
            for (var content : template.values()) {
                styles.computeIfAbsent(content.format(), format -> {
                    var style = book.createCellStyle();
                    style.setDataFormat(book.createDataFormat().getFormat(format));
                    return style;
                });
            }
            for (int i = 0; i < rows; i++) {
                var row = sheet.createRow(i);
                for (var each : template.entrySet()) {
                    var cell = row.createCell(each.getKey());
                    cell.setCellStyle(styles.get(each.getValue().format()));
                    if (each.getValue().value() instanceof String text) {
                        cell.setCellValue(text);
                    } else {
                        double value = (Double) each.getValue().value();
                        // Fractions differ from row to row, as measured ones do; they take longer to write and to zip.
                        cell.setCellValue(value == Math.rint(value) ? value : value * (1 + i * 1e-9));
                    }
                }
            }
            book.write(out);
        }
    }

    private static Snapshot snapshot(int unitsOfEach, Period period, ValuesOnDisk disk) {
        var units = new LinkedHashMap<UUID, UnitFacts>();
        for (int i = 0; i < unitsOfEach; i++) {
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
        for (int b = 0; b < BENEFITS; b++) {
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
                for (int month = 0; month < period.months(); month++) {
                    if ((month * 31 + series.size()) % 100 == 99) {
                        continue;
                    }
                    var numerator = WorkbookFixture.number(900 + (month * 31 + b) % 500 + ".5");
                    values.put(
                            FROM.plusMonths(month),
                            Value.measured(Measure.ratio(numerator, WorkbookFixture.number("131"))));
                }
                series.add(new Series(
                        unit,
                        Measure.ratio(WorkbookFixture.number("1420"), WorkbookFixture.number("130")),
                        Dated.from(FROM, WorkbookFixture.number("7.5")),
                        disk.keep(values)));
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
                YearMonth.of(2028, 1),
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
}
