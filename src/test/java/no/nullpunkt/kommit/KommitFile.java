package no.nullpunkt.kommit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;

/** A copy of the benefits tool to fill in: one of the tests' own with its labels and formulas, or the tool itself. */
public final class KommitFile {

    static final String CARD = "Forside";
    static final String CHANGES = "KONSEPT - Endringsanalyse";
    static final String STAKEHOLDERS = "KONSEPT - Interessentliste";
    static final String ANALYSIS = "KONSEPT - Gevinstanalyse";
    static final String PLAN = "PLANLEGGE - Gevinstreal.plan";
    static final String MEASURES = "PLANLEGGE - Oppfølgingsplan";
    static final String STATUS = "GJENNOMFØRE - Statusrapport";
    static final String RESULTS = "REALISERE - Resultatoppfølging";

    private static final int BENEFITS = 14;

    final XSSFWorkbook workbook;

    private KommitFile(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** One test for each copy there is: the tool itself only where {@code -Dnullpunkt.kommit=file} says where. */
    static Stream<DynamicTest> each(Consumer<KommitFile> test) {
        var copies = new ArrayList<DynamicTest>();
        copies.add(DynamicTest.dynamicTest("own copy", () -> test.accept(own())));
        original().ifPresent(file -> copies.add(DynamicTest.dynamicTest("the tool", () -> test.accept(read(file)))));
        return copies.stream();
    }

    private static Optional<Path> original() {
        return Optional.of(Path.of(System.getProperty("nullpunkt.kommit", "../shared/data/kommit-gevinstverktoy.xlsx")))
                .filter(Files::isRegularFile);
    }

    static KommitFile read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KommitFile read(byte[] file) {
        try {
            return new KommitFile(new XSSFWorkbook(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tool's labels and formulas, the two wrong references of its follow-up sheet among them, and no more. */
    public static KommitFile own() {
        var file = new KommitFile(new XSSFWorkbook());
        file.labels();
        for (var i = 0; i < BENEFITS; i++) {
            file.copies(i);
        }
        return file;
    }

    private void labels() {
        var labels = List.of(
                CARD + "!A4",
                "Foreløpig navn",
                CARD + "!A6",
                "Idébeskrivelse",
                CARD + "!A16",
                "Tjenesteeier",
                CARD + "!A18",
                "Prosjektleder",
                STAKEHOLDERS + "!A4",
                "Berørte interessenter",
                CHANGES + "!C4",
                "Gevinst",
                ANALYSIS + "!C5",
                "Gevinsttype",
                ANALYSIS + "!B23",
                "KOSTNADER:",
                ANALYSIS + "!B42",
                "Frigjort tid per år:",
                PLAN + "!E4",
                "Måleindikator for gevinsten",
                PLAN + "!D34",
                "Prosjekteier:",
                MEASURES + "!C1",
                "Oppdatert: _____",
                MEASURES + "!D4",
                "Dagens verdi",
                STATUS + "!B21",
                "Tiltak som skal iverksettes:",
                STATUS + "!B33",
                "Status for utarbeidelse",
                STATUS + "!B34",
                "Måleindikatorer for gevinster som skal utarbeides",
                STATUS + "!B50",
                "Avviksanalyse",
                RESULTS + "!F1",
                "Dato: _____",
                RESULTS + "!D13",
                "Dagens måling:",
                RESULTS + "!B29",
                "Tiltak for å forbedre",
                RESULTS + "!C30",
                "Tiltak for å forbedre",
                "OVERLEVERE - Overleveringsrapp.!D17",
                "Nøkkelinteressenter");
        for (var i = 0; i < labels.size(); i += 2) {
            set(labels.get(i), labels.get(i + 1));
        }
        for (var column : List.of("D", "E", "F", "G")) {
            set(ANALYSIS + "!" + column + "6", "År");
        }
        formula(ANALYSIS + "!C42", "SUM(D7:G20)/4");
    }

    private void copies(int i) {
        var change = "'" + CHANGES + "'!C" + (5 + i);
        var copy = "IF(" + change + "=0,\"\"," + change + ")";
        var plan = 5 + 2 * i;
        var followed = 5 + i;
        var result = 14 + i;
        name("Måleindikator" + (i + 1), plan, "E");
        name("Ansvarlig" + (i + 1), plan, "G");
        var indicator = "IF(Måleindikator" + (i + 1) + "=0,\"\",Måleindikator" + (i + 1) + ")";
        formula(ANALYSIS + "!B" + (7 + i), copy);
        formula(PLAN + "!A" + plan, copy);
        sheet(PLAN).addMergedRegion(CellRangeAddress.valueOf("A" + plan + ":A" + (plan + 1)));
        formula(MEASURES + "!A" + followed, copy);
        formula(MEASURES + "!B" + followed, indicator);
        formula(STATUS + "!B" + (35 + i), indicator);
        formula(RESULTS + "!B" + result, "'" + ANALYSIS + "'!B" + (i < 12 ? 7 + i : 3 + i));
        formula(RESULTS + "!C" + result, indicator);
        formula(RESULTS + "!H" + result, "IF(Ansvarlig" + (i + 1) + "=0,\"\",Ansvarlig" + (i + 1) + ")");
        var baseline = "'" + MEASURES + "'!D" + followed;
        var target = "'" + MEASURES + "'!E" + followed;
        formula(
                RESULTS + "!E" + result,
                "IF(D%1$d=0,\"\",IF(%2$s<%3$s,D%1$d/%3$s,IF(%3$s=0,(%2$s-D%1$d)/%2$s,%3$s/D%1$d)))"
                        .formatted(result, baseline, target));
        formula(RESULTS + "!B" + (31 + i), "B" + result);
    }

    private void name(String name, int row, String column) {
        var defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula("'" + PLAN + "'!$" + column + "$" + row);
    }

    /** Fills a cell, such as {@code Forside!B4}. */
    KommitFile set(String place, Object value) {
        var cell = cell(place);
        cell.removeFormula();
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            format(cell, "dd.mm.yyyy");
        } else if (value instanceof String text) {
            cell.setCellValue(text);
        } else {
            // As Excel writes it: the text of the number, whatever a binary fraction would make of it.
            cell.setCellValue(0);
            cell.getCTCell().setV(new BigDecimal(value.toString()).toPlainString());
        }
        return this;
    }

    KommitFile format(String place, String format) {
        format(cell(place), format);
        return this;
    }

    private void format(Cell cell, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    KommitFile formula(String place, String formula) {
        cell(place).setCellFormula(formula);
        return this;
    }

    XSSFCell cell(String place) {
        var at = place.lastIndexOf('!');
        var reference = new CellReference(place.substring(at + 1));
        var sheet = sheet(place.substring(0, at));
        var row = sheet.getRow(reference.getRow()) == null
                ? sheet.createRow(reference.getRow())
                : sheet.getRow(reference.getRow());
        return (XSSFCell) row.getCell(reference.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private XSSFSheet sheet(String name) {
        return workbook.getSheet(name) == null ? workbook.createSheet(name) : workbook.getSheet(name);
    }

    /** A benefit with everything that makes a figure. */
    KommitFile benefit(int number, String title, String indicator, Object baseline, Object target, Object result) {
        var i = number - 1;
        set(CHANGES + "!C" + (5 + i), title);
        set(ANALYSIS + "!C" + (7 + i), "Indirekte (frigjort tid - årsverk)");
        set(PLAN + "!E" + (5 + 2 * i), indicator);
        set(MEASURES + "!C" + (5 + i), "besøk per måned");
        set(MEASURES + "!D" + (5 + i), baseline);
        set(MEASURES + "!E" + (5 + i), target);
        set(MEASURES + "!F" + (5 + i), "Telling i fagsystemet");
        return set(RESULTS + "!D" + (14 + i), result);
    }

    /** Filled in from the project card to the follow-up of two benefits. */
    public KommitFile filled() {
        set(CARD + "!B4", "Dispensere i Fjordby");
        set(CARD + "!B6", "Flere skal greie medisinene selv.");
        set(CARD + "!B16", "Liv Leder");
        set(CARD + "!B18", "Per Prosjekt");
        set(CHANGES + "!A5", "Utlevering av medisin");
        set(CHANGES + "!B5", "Dispenseren varsler i stedet for at noen kjører ut.");
        set(CHANGES + "!D5", "Bo lenger hjemme");
        set(CHANGES + "!E5", "Nettdekning\nOpplæring av ansatte");
        benefit(1, "Færre besøk for medisin", "Besøk for å gi medisin", 40, 10, 25);
        set(ANALYSIS + "!D7", new BigDecimal("1.5"));
        set(PLAN + "!B5", "Gå gjennom vedtakene");
        set(PLAN + "!C5", LocalDate.of(2026, 2, 15));
        set(PLAN + "!B6", "Slutte med faste kveldsbesøk");
        set(PLAN + "!C6", "mars 2026");
        set(PLAN + "!G5", "Eva Eier");
        benefit(2, "Tryggere brukere", "Andel som føler seg trygge", 50, 80, 65);
        set(ANALYSIS + "!C8", "Kvalitative (f.eks. omdømme)");
        set(ANALYSIS + "!D8", null);
        set(STATUS + "!B22", "gå gjennom  vedtakene");
        set(STATUS + "!F22", "Under arbeid");
        set(STATUS + "!G22", "Per Prosjekt");
        set(STATUS + "!G35", "Mona Måler");
        set(RESULTS + "!C31", "Oftere samtaler med fastlegene");
        set(RESULTS + "!G31", LocalDate.of(2026, 6, 30));
        set(RESULTS + "!H31", "Eva Eier");
        return set(RESULTS + "!F1", "Dato: 31.03.2026");
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
