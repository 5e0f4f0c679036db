package no.nullpunkt.shared;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A sheet written from the top down. It remembers how wide its columns' content is, and refuses nothing: text that a
 * spreadsheet would take for a formula stays text, and a number that is not there is an empty cell.
 */
public final class ExcelSheet {

    /** Paper sizes as workbooks number them. */
    public enum Paper {
        A4(PrintSetup.A4_PAPERSIZE),
        A3(PrintSetup.A3_PAPERSIZE);

        private final short code;

        Paper(short code) {
            this.code = code;
        }
    }

    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_TEXT = 32_767;
    private static final double LINE_POINTS = 12.75;
    private static final double PADDING = 3;

    private final ExcelBook book;
    private final SXSSFSheet sheet;
    private final String quotedName;
    /** What the content of each column needs. */
    private final Map<Integer, Double> widths = new HashMap<>();
    /** What each column is given. */
    private final SortedMap<Integer, Double> columns = new TreeMap<>();

    private SXSSFRow row;
    private int nextRow;
    private int lastRow;

    ExcelSheet(ExcelBook book, SXSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        this.quotedName = quoted(sheet.getSheetName());
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z]+") ? name : "'" + name.replace("'", "''") + "'";
    }

    public String name() {
        return sheet.getSheetName();
    }

    /** The number of the row being written, as people count them, from 1. */
    public int rowNumber() {
        return nextRow;
    }

    /** Begins the next row. */
    public ExcelSheet row() {
        row = sheet.createRow(nextRow++);
        lastRow = nextRow;
        return this;
    }

    /** Begins the next row with room for this many lines. */
    public ExcelSheet rowOf(int lines) {
        return rowOf(lines * LINE_POINTS + 3);
    }

    /** Begins the next row with a height in points. */
    public ExcelSheet rowOf(double points) {
        row();
        row.setHeightInPoints((float) points);
        return this;
    }

    /** Hides the row being written, for what programs are to read and people need not. */
    public void hideRow() {
        row.setZeroHeight(true);
    }

    /** Lets rows be written in any order, for a sheet of a page or two; before its first row. */
    public ExcelSheet inAnyOrder() {
        sheet.setRandomAccessWindowSize(-1);
        return this;
    }

    /** Goes to a row by its number, and begins it with a height in points when it is not there. */
    public ExcelSheet at(int rowNumber, double points) {
        row = sheet.getRow(rowNumber - 1);
        if (row == null) {
            row = sheet.createRow(rowNumber - 1);
            row.setHeightInPoints((float) points);
        }
        lastRow = Math.max(lastRow, rowNumber);
        nextRow = rowNumber;
        return this;
    }

    public ExcelSheet skip() {
        nextRow++;
        return this;
    }

    public void text(int column, String text, ExcelLook look) {
        if (text == null || text.isEmpty()) {
            blank(column, look);
            return;
        }
        var cell = row.createCell(column);
        cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
        cell.setCellStyle(textStyle(text, look));
        boolean breaks = look.part() == ExcelLook.Part.HEADER || look.part() == ExcelLook.Part.NUMBER_HEADER;
        note(column, breaks ? ExcelText.widestWord(text) : ExcelText.width(text));
    }

    /** Text that says nothing about how wide the column should be, such as a title above a table. */
    public void heading(int column, String text, ExcelLook look) {
        var before = widths.get(column);
        text(column, text, look);
        if (before == null) {
            widths.remove(column);
        } else {
            widths.put(column, before);
        }
    }

    /** A number at full precision, or an empty cell when there is none. */
    public void number(int column, BigDecimal number, ExcelLook look) {
        if (number == null) {
            blank(column, look);
            return;
        }
        var cell = row.createCell(column);
        cell.setCellValue(nearest(number));
        cell.setCellStyle(book.style(look, false));
        note(column, ExcelText.width(number, look.format()));
    }

    public void number(int column, long number, ExcelLook look) {
        number(column, BigDecimal.valueOf(number), look);
    }

    /** A real date, the first of the month; empty when there is none. */
    public void month(int column, YearMonth month, ExcelLook look) {
        if (month == null) {
            blank(column, look.as(ExcelLook.MONTH));
            return;
        }
        var cell = row.createCell(column);
        cell.setCellValue(serial(month));
        cell.setCellStyle(book.style(look.as(ExcelLook.MONTH), false));
        note(column, 7);
    }

    /**
     * The double nearest to a number. A number with many digits would be asked for its text on the way and keep it, which
     * fills memory with the text of every figure there is; this text is let go.
     */
    public static double nearest(BigDecimal number) {
        return number.precision() <= EXACT_DIGITS ? number.doubleValue() : Double.parseDouble(number.toPlainString());
    }

    /** How workbooks count the first day of a month. */
    public static double serial(YearMonth month) {
        return DateUtil.getExcelDate(month.atDay(1));
    }

    /** A formula with the figure it comes to, so that a program that does not calculate shows it too. */
    public void formula(int column, String formula, BigDecimal figure, ExcelLook look) {
        formula(column, formula, look).setCellValue(nearest(figure));
        note(column, ExcelText.width(figure, look.format()));
    }

    /** A formula that comes to a text. */
    public void formula(int column, String formula, String text, ExcelLook look) {
        formula(column, formula, look).setCellValue(text);
        note(column, ExcelText.width(text));
    }

    private SXSSFCell formula(int column, String formula, ExcelLook look) {
        var cell = row.createCell(column);
        cell.setCellFormula(formula);
        cell.setCellStyle(book.style(look, false));
        return cell;
    }

    /** An empty cell that looks like its neighbours. */
    public void blank(int column, ExcelLook look) {
        row.createCell(column).setCellStyle(book.style(look, false));
    }

    /** The style of a look, for cells that are written without this class. */
    public CellStyle style(ExcelLook look) {
        return book.style(look, false);
    }

    /** The same for a text: one that begins like a formula is told to stay text, also when someone edits it. */
    public CellStyle textStyle(String text, ExcelLook look) {
        return book.style(look, !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0);
    }

    /** Makes one cell of several in this row; the first of them is written already, the others come to look like it. */
    public void merge(int firstColumn, int lastColumn, ExcelLook look) {
        for (int column = firstColumn + 1; column <= lastColumn; column++) {
            blank(column, look);
        }
        if (lastColumn > firstColumn && !book.accessible()) {
            sheet.addMergedRegion(new CellRangeAddress(nextRow - 1, nextRow - 1, firstColumn, lastColumn));
        }
    }

    /** Makes one cell of several rows and columns, the first of them written already, from this row down. */
    public void mergeDown(int firstColumn, int lastColumn, int rows) {
        if ((rows > 1 || lastColumn > firstColumn) && !book.accessible()) {
            sheet.addMergedRegion(new CellRangeAddress(nextRow - 1, nextRow - 2 + rows, firstColumn, lastColumn));
        }
    }

    /** A cell as formulas write it, both ends fixed, on this sheet or seen from another. */
    public static String address(int column, int rowNumber) {
        return "$" + CellReference.convertNumToColString(column) + "$" + rowNumber;
    }

    /** Rows of a column as a formula on any sheet writes them. */
    public String range(int column, int firstRowNumber, int lastRowNumber) {
        return quotedName + "!" + address(column, firstRowNumber) + ":" + address(column, lastRowNumber);
    }

    /** Cells from a corner to another as a formula on any sheet writes them. */
    public String range(int firstColumn, int firstRowNumber, int lastColumn, int lastRowNumber) {
        return cell(firstColumn, firstRowNumber) + ":" + address(lastColumn, lastRowNumber);
    }

    /** A cell as a formula on any sheet writes it. */
    public String cell(int column, int rowNumber) {
        return quotedName + "!" + address(column, rowNumber);
    }

    /** Puts a chart over the cells from a corner to another, both with it. */
    public void chart(ExcelChart chart, int firstColumn, int firstRowNumber, int lastColumn, int lastRowNumber) {
        ExcelChartPart.put(
                chart, frame(), book.language(), firstColumn, firstRowNumber - 1, lastColumn + 1, lastRowNumber);
        lastRow = Math.max(lastRow, lastRowNumber);
    }

    /** Tells of a width that is written without this class. */
    public void note(int column, double width) {
        widths.merge(column, width, Math::max);
    }

    /** Gives a column the width of its content, within bounds in the width of a digit. */
    public ExcelSheet fit(int column, double least, double most) {
        return widen(column, Math.max(least, Math.min(most, widths.getOrDefault(column, 0.0) + PADDING)));
    }

    public ExcelSheet widen(int column, double width) {
        columns.put(column, width);
        return this;
    }

    /** Puts the rest on disk. Columns are told of from the left, or spreadsheets take the file for broken. */
    void finish() throws IOException {
        sheet.flushRows();
        columns.forEach((column, width) -> sheet.setColumnWidth(column, (int) Math.round(width * 256)));
    }

    /** Keeps the rows above and the columns before in sight, and offers a filter over the table below. */
    public void freeze(int columns, int rows) {
        if (!book.accessible()) {
            sheet.createFreezePane(columns, rows);
        }
    }

    /** Offers to filter a table by the columns of its header. */
    public void filter(int headerRowNumber, int lastRowNumber, int lastColumn) {
        if (!book.accessible()) {
            sheet.setAutoFilter(new CellRangeAddress(
                    headerRowNumber - 1, Math.max(headerRowNumber, lastRowNumber) - 1, 0, lastColumn));
        }
    }

    /**
     * Marks the cells of a column that a condition holds for. The mark is a tint beside the word or sign that the cell has
     * itself, and darker the worse it is.
     *
     * @param condition as a formula of the first row's cells
     */
    public void mark(ExcelMark mark, int column, int firstRowNumber, int lastRowNumber, String condition) {
        var rules = frame().getSheetConditionalFormatting();
        var rule = rules.createConditionalFormattingRule(condition);
        mark.apply(rule);
        rules.addConditionalFormatting(rows(column, firstRowNumber, lastRowNumber), rule);
    }

    /** Puts a sign of its own shape beside every number of a column: at the higher limit or above, at the lower, below. */
    public void signs(int column, int firstRowNumber, int lastRowNumber, double lower, double higher) {
        var rules = frame().getSheetConditionalFormatting();
        var rule = rules.createConditionalFormattingRule(IconMultiStateFormatting.IconSet.GYR_3_SHAPES);
        var limits = rule.getMultiStateFormatting().getThresholds();
        limits[0].setRangeType(RangeType.NUMBER);
        limits[0].setValue(-Double.MAX_VALUE);
        limits[1].setRangeType(RangeType.NUMBER);
        limits[1].setValue(lower);
        limits[2].setRangeType(RangeType.NUMBER);
        limits[2].setValue(higher);
        rules.addConditionalFormatting(rows(column, firstRowNumber, lastRowNumber), rule);
    }

    private static CellRangeAddress[] rows(int column, int firstRowNumber, int lastRowNumber) {
        return new CellRangeAddress[] {new CellRangeAddress(firstRowNumber - 1, lastRowNumber - 1, column, column)};
    }

    /** Gives a cell a name that formulas of this and other workbooks find it by. */
    public void name(String name, int column, int rowNumber) {
        var named = book.workbook().createName();
        named.setNameName(name);
        named.setRefersToFormula(cell(column, rowNumber));
    }

    /** A cell of a row as a formula writes it that is to be the same for each row below. */
    public static String inRow(int column, int rowNumber) {
        return "$" + CellReference.convertNumToColString(column) + rowNumber;
    }

    /**
     * Prints lying, one page wide, with the header row on every page; all columns that were given a width by then.
     *
     * @param headerRowNumber 0 for none
     */
    public void print(Paper paper, int headerRowNumber, String footer) {
        printOn(paper, footer);
        sheet.getPrintSetup().setFitHeight((short) 0);
        printTo(columns.lastKey());
        if (headerRowNumber > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headerRowNumber - 1, headerRowNumber - 1, -1, -1));
        }
    }

    /** Prints on several pages beside each other, with the first columns on each. */
    public void printWide(int pages, int lastRepeatedColumn) {
        sheet.getPrintSetup().setFitWidth((short) pages);
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, lastRepeatedColumn));
    }

    /** Prints the columns up to this one only; those after it are for reckoning. */
    public void printTo(int lastColumn) {
        var workbook = book.workbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, lastRow - 1);
    }

    /** Prints all of it on one page lying. */
    public void printOnePage(Paper paper, int lastColumn, String footer) {
        printOn(paper, footer);
        sheet.getPrintSetup().setFitHeight((short) 1);
        sheet.setHorizontallyCenter(true);
        printTo(lastColumn);
    }

    /**
     * Prints lying on A4 in its own size, for a sheet that minds its widths and where its pages end; spreadsheets take no
     * notice of the latter when they fit a sheet to the paper.
     */
    public void printOwnSize(int lastColumn, String footer) {
        printOn(Paper.A4, footer);
        sheet.setFitToPage(false);
        printTo(lastColumn);
    }

    /** Begins a page with the next row. */
    public void beginPage() {
        sheet.setRowBreak(nextRow - 1);
    }

    private void printOn(Paper paper, String footer) {
        sheet.setFitToPage(true);
        var setup = sheet.getPrintSetup();
        setup.setPaperSize(paper.code);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        // In a footer an ampersand begins a code.
        sheet.getFooter().setLeft("&9" + footer.replace("&", "&&"));
        sheet.getFooter().setRight("&9&A · &P / &N");
    }

    /** Whether this is for screen readers: no frozen panes, filters or cells made of several. */
    public boolean isAccessible() {
        return book.accessible();
    }

    /** Hides the lines between empty cells. */
    public void withoutGridlines() {
        sheet.setDisplayGridlines(false);
    }

    /**
     * The sheet itself, for long lists that are written cell by cell, in rows after those written here.
     *
     * @param rows how many they will be
     */
    public SXSSFSheet stream(int rows) {
        nextRow += rows;
        lastRow = nextRow;
        return sheet;
    }

    /** What is written once for the whole sheet, beside its rows. */
    public XSSFSheet frame() {
        return book.workbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
    }
}
