package no.nullpunkt.kommit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Where things stand in the tool: its sheets by name, its tables by the label above their columns. */
enum Layout {
    CARD("Forside"),
    CHANGES("KONSEPT - Endringsanalyse"),
    STAKEHOLDERS("KONSEPT - Interessentliste"),
    ANALYSIS("KONSEPT - Gevinstanalyse"),
    PLAN("PLANLEGGE - Gevinstreal.plan"),
    MEASURES("PLANLEGGE - Oppfølgingsplan"),
    STATUS("GJENNOMFØRE - Statusrapport"),
    HANDOVER("OVERLEVERE - Overleveringsrapp."),
    RESULTS("REALISERE - Resultatoppfølging");

    static final int A = 0;
    static final int B = 1;
    static final int C = 2;
    static final int D = 3;
    static final int E = 4;
    static final int F = 5;
    static final int G = 6;
    static final int H = 7;

    /** Beyond it nothing of the tool stands, also where many rows were put in. */
    static final int LAST_ROW = 500;

    private final String sheetName;

    Layout(String sheetName) {
        this.sheetName = sheetName;
    }

    String sheetName() {
        return sheetName;
    }

    Optional<Sheet> in(Workbook workbook) {
        return Optional.ofNullable(workbook.getSheet(sheetName));
    }

    /** The row whose cell in a column begins with a label, whatever its case and line breaks. */
    static Optional<Integer> rowOf(Sheet sheet, int column, String label) {
        return IntStream.rangeClosed(0, lastRow(sheet))
                .filter(row -> begins(sheet, row, column, label))
                .boxed()
                .findFirst();
    }

    static int lastRow(Sheet sheet) {
        return Math.min(sheet.getLastRowNum(), LAST_ROW);
    }

    private static boolean begins(Sheet sheet, int row, int column, String label) {
        var cell = Inputs.cell(sheet, row, column);
        return cell != null && normalised(Inputs.shown(cell)).startsWith(normalised(label));
    }

    /** Names are the same when they differ in nothing but case and spaces. */
    static String normalised(String text) {
        return text.strip().replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
    }
}
