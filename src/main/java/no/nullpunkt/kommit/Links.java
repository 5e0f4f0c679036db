package no.nullpunkt.kommit;

import java.util.HashSet;
import java.util.Optional;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Follows the formulas with which the tool copies a name from sheet to sheet. Rows belong together by these, and not by
 * their numbers: a row put in between moves the numbers, and the spreadsheet mends its formulas only.
 */
final class Links {

    /** Where a formula points. */
    record Target(Sheet sheet, int row, int column) {}

    private final XSSFWorkbook workbook;
    private final XSSFEvaluationWorkbook parsing;

    Links(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.parsing = XSSFEvaluationWorkbook.create(workbook);
    }

    /** The one cell that a cell copies; empty where it is no formula, or one of several cells or of a lost one. */
    Optional<Target> copied(Sheet sheet, int row, int column) {
        var cell = Inputs.cell(sheet, row, column);
        if (cell == null || cell.getCellType() != CellType.FORMULA) {
            return Optional.empty();
        }
        return target(sheet, cell.getCellFormula());
    }

    private Optional<Target> target(Sheet sheet, String formula) {
        var targets = new HashSet<Target>();
        for (var part : parse(sheet, formula)) {
            if (part instanceof NamePtg name) {
                targets.add(named(parsing.getNameText(name), sheet));
            } else if (part instanceof OperandPtg) {
                cell(part, sheet).ifPresent(targets::add);
            }
        }
        return targets.size() == 1 ? Optional.ofNullable(targets.iterator().next()) : Optional.empty();
    }

    /** A name stands for a cell; one that stands for another name is not followed, for that may never end. */
    private Target named(String name, Sheet sheet) {
        var defined = workbook.getName(name);
        var parts = defined == null ? new Ptg[0] : parse(sheet, defined.getRefersToFormula());
        return parts.length == 1 ? cell(parts[0], sheet).orElse(null) : null;
    }

    private Optional<Target> cell(Ptg part, Sheet own) {
        if (part instanceof RefPtgBase cell) {
            return Optional.of(new Target(sheetOf(part, own), cell.getRow(), cell.getColumn()));
        }
        if (part instanceof AreaPtgBase area) {
            return Optional.of(new Target(sheetOf(part, own), area.getFirstRow(), area.getFirstColumn()));
        }
        return Optional.empty();
    }

    private Sheet sheetOf(Ptg part, Sheet own) {
        return part instanceof Pxg elsewhere ? workbook.getSheet(elsewhere.getSheetName()) : own;
    }

    private Ptg[] parse(Sheet sheet, String formula) {
        try {
            return FormulaParser.parse(formula, parsing, FormulaType.CELL, workbook.getSheetIndex(sheet));
        } catch (FormulaParseException e) {
            return new Ptg[0];
        }
    }
}
