package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Refuses a workbook with a birth number in any cell, note or name of a sheet, hidden ones too, and tells each place. */
final class BirthNumbersInWorkbook {

    /** Enough to see what is wrong with the file. */
    private static final int MOST_TOLD = 100;

    private final Problem problem = Problem.rule("birth-number-in-sheet");

    private BirthNumbersInWorkbook() {}

    /** @throws Problem 422 with sheet and cell of each */
    static void refuse(XSSFWorkbook workbook) {
        var found = new BirthNumbersInWorkbook();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            found.look(workbook.getSheetAt(i));
        }
        if (!found.problem.errors().isEmpty()) {
            throw found.problem;
        }
    }

    private void look(XSSFSheet sheet) {
        BirthNumber.in(sheet.getSheetName()).ifPresent(place -> tell(sheet.getSheetName(), place));
        for (var row : sheet) {
            for (var cell : row) {
                in(cell).ifPresent(place ->
                        tell(sheet.getSheetName() + "!" + cell.getAddress().formatAsString(), place));
            }
        }
        sheet.getCellComments()
                .forEach((cell, note) -> BirthNumber.in(note.getString().getString())
                        .ifPresent(place -> tell(sheet.getSheetName() + "!" + cell.formatAsString(), place)));
    }

    /** What a formula came to, and what is written in it. */
    private static Optional<BirthNumber.Place> in(Cell cell) {
        return cell.getCellType() == CellType.FORMULA
                ? in(cell, cell.getCachedFormulaResultType()).or(() -> BirthNumber.in(cell.getCellFormula()))
                : in(cell, cell.getCellType());
    }

    private static Optional<BirthNumber.Place> in(Cell cell, CellType type) {
        return switch (type) {
            case STRING -> BirthNumber.inField(cell.getStringCellValue().strip());
            case NUMERIC -> inNumber(cell.getNumericCellValue());
            default -> Optional.empty();
        };
    }

    private static Optional<BirthNumber.Place> inNumber(double number) {
        return Double.isFinite(number)
                ? BirthNumber.inField(BigDecimal.valueOf(number).toPlainString())
                : Optional.empty();
    }

    private void tell(String cell, BirthNumber.Place place) {
        if (problem.errors().size() < MOST_TOLD) {
            problem.at(cell, "birth-number", place.from(), place.to());
        }
    }
}
