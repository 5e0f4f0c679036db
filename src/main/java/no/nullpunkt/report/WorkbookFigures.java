package no.nullpunkt.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;

/** Writes the figures of a sheet as formulas and remembers each, to be checked. */
final class WorkbookFigures {

    private final ExcelSheet sheet;
    private final List<WorkbookCheck> checks = new ArrayList<>();

    WorkbookFigures(ExcelSheet sheet) {
        this.sheet = sheet;
    }

    /** Writes a figure in the current row. */
    void put(int column, String formula, BigDecimal exact, ExcelLook look, String name) {
        sheet.formula(column, formula, exact, look);
        checks.add(new WorkbookCheck(sheet.name() + ": " + name, sheet.cell(column, sheet.rowNumber()), exact));
    }

    List<WorkbookCheck> checks() {
        return checks;
    }
}
