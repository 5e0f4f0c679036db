package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.HUNDREDTHS;

import java.math.BigDecimal;
import java.util.List;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelMark;
import no.nullpunkt.shared.ExcelSheet;

/**
 * Every figure the workbook shows by a formula, beside the API's own. Spreadsheets count in doubles, so the two agree
 * when they do so to the four decimals the API prints, or to a billionth of the figure where it is too large for that.
 */
final class WorkbookControl {

    private static final int HEADER_ROW = 12;
    private static final String OK = "OK";

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final List<WorkbookCheck> checks;

    WorkbookControl(WorkbookContent content, WorkbookWords words, ExcelSheet sheet, List<WorkbookCheck> checks) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.checks = checks;
    }

    void write(String footer) {
        var snapshot = content.snapshot();
        sheet.rowOf(30.0).heading(0, words.word("control.title"), ExcelLook.TITLE);
        sheet.row().heading(0, words.word("control.note"), ExcelLook.SUBTITLE);
        sheet.skip();
        writeResult();
        fact("control.report", report());
        fact("control.municipality", snapshot.municipality() + " (" + snapshot.number() + ")");
        fact(
                "control.period",
                snapshot.period().from() + " – " + snapshot.period().to());
        fact("control.asOf", snapshot.asOf().toString());
        fact(
                "control.filter",
                words.of("control.filter", snapshot.filter().basis().name()));
        if (content.report() == null) {
            fact("control.hash", content.resultsHash());
        } else {
            fact("control.reportHash", content.reportHash());
        }
        sheet.skip();
        writeHeader();
        checks.forEach(this::writeCheck);
        var result = ExcelSheet.inRow(4, HEADER_ROW + 1);
        sheet.mark(ExcelMark.GOOD, 4, HEADER_ROW + 1, lastRow(), result + "=\"" + OK + "\"");
        sheet.mark(ExcelMark.BAD, 4, HEADER_ROW + 1, lastRow(), result + "=\"" + deviates() + "\"");
        sheet.fit(0, 40, 110).fit(1, 24, 30).fit(2, 22, 30).fit(3, 16, 20).fit(4, 14, 16);
        sheet.freeze(0, HEADER_ROW);
        sheet.filter(HEADER_ROW, lastRow(), 4);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, footer);
    }

    private String report() {
        var report = content.report();
        if (report == null) {
            return words.word("control.notIssued");
        }
        return report.number() == null
                ? words.text("control.draft", report.period())
                : words.text(
                        "control.issued",
                        report.number(),
                        report.period(),
                        report.issuedBy(),
                        words.instant(report.asOf()));
    }

    private int lastRow() {
        return HEADER_ROW + checks.size();
    }

    private void writeResult() {
        var results = sheet.range(4, HEADER_ROW + 1, lastRow());
        sheet.row().text(0, words.word("control.result"), ExcelLook.STRONG);
        sheet.formula(
                1,
                "IF(COUNTIF(" + results + ",\"" + OK + "\")=" + checks.size() + ",\"" + OK + "\",\"" + deviates()
                        + "\")",
                OK,
                ExcelLook.STRONG);
    }

    private String deviates() {
        return words.word("control.deviates");
    }

    private void fact(String key, String text) {
        sheet.row().text(0, words.word(key), ExcelLook.PLAIN);
        sheet.heading(1, text, ExcelLook.PLAIN);
    }

    private void writeHeader() {
        sheet.rowOf(1).text(0, words.word("control.FIGURE"), ExcelLook.HEADER);
        sheet.text(1, words.word("control.WORKBOOK"), ExcelLook.NUMBER_HEADER);
        sheet.text(2, words.word("control.API"), ExcelLook.NUMBER_HEADER);
        sheet.text(3, words.word("control.DIFFERENCE"), ExcelLook.NUMBER_HEADER);
        sheet.text(4, words.word("control.RESULT"), ExcelLook.HEADER);
    }

    private void writeCheck(WorkbookCheck check) {
        sheet.row().text(0, check.name(), CELL);
        int row = sheet.rowNumber();
        var difference = ExcelSheet.address(3, row);
        var figure = ExcelSheet.address(2, row);
        sheet.formula(1, check.cell(), check.figure(), CELL.as(HUNDREDTHS));
        sheet.number(2, check.figure(), CELL.as(HUNDREDTHS));
        sheet.formula(3, ExcelSheet.address(1, row) + "-" + figure, BigDecimal.ZERO, CELL.as("#,##0.0000"));
        sheet.formula(
                4,
                "IF(OR(ROUND(" + difference + ",4)=0,ABS(" + difference + ")<=ABS(" + figure + ")*0.000000001),\"" + OK
                        + "\",\"" + deviates() + "\")",
                OK,
                CELL);
    }
}
