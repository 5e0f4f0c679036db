package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.results.KeyFigures;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a view: the service's own key figures in the view's order, each a formula over the other sheets. */
class WorkbookViewTest {

    private static final int FIRST_FIGURE = 5;

    @ParameterizedTest
    @EnumSource
    void tellsTheKeyFiguresInTheViewsOrder(View view) {
        var snapshot = WorkbookFixture.snapshot();
        var figures = KeyFigures.of(snapshot, snapshot.rollup(), WorkbookFixture.stories());
        for (var language : Language.values()) {
            var file = WorkbookFile.open(WorkbookFile.bytes(snapshot, view, language, language == Language.NN));
            var page = file.book().getSheetAt(0);
            assertEquals(view.name(language), page.getSheetName());
            int row = FIRST_FIGURE;
            for (var figure : view.keyFigures()) {
                var cells = page.getRow(row++);
                assertEquals(figure.name(language), cells.getCell(0).getStringCellValue());
                assertEquals(CellType.FORMULA, cells.getCell(1).getCellType());
                assertEquals(
                        figures.amount(figure).number().doubleValue(),
                        cells.getCell(1).getNumericCellValue(),
                        figure.name());
            }
            var evaluator = file.book().getCreationHelper().createFormulaEvaluator();
            file.formulas().forEach(cell -> WorkbookRecalculationTest.assertSame(cell, evaluator.evaluate(cell)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureOfThePageIsChecked(View view) {
        var file = WorkbookFile.open(WorkbookFile.bytes(WorkbookFixture.snapshot(), view, Language.NB, false));
        var page = view.name(Language.NB) + ": ";
        var checked = file.controlled().keySet().stream()
                .filter(name -> name.startsWith(page))
                .toList();
        assertTrue(checked.size() >= view.keyFigures().size());
        view.keyFigures().forEach(figure -> assertTrue(checked.contains(page + figure.name(Language.NB))));
    }

    @ParameterizedTest
    @EnumSource
    void kronerAreToldWhereTheViewTellsThem(View view) {
        var file = WorkbookFile.open(WorkbookFile.bytes(WorkbookFixture.snapshot(), view, Language.NB, false));
        var formats = new ArrayList<String>();
        file.book()
                .getSheetAt(0)
                .forEach(row ->
                        row.forEach(cell -> formats.add(cell.getCellStyle().getDataFormatString())));
        assertEquals(view.showsNok(), formats.stream().anyMatch(format -> format.endsWith("\" kr\"")));
    }

    /** Of figures that the readers of a view have a use for; all else stands where it stood. */
    @ParameterizedTest
    @EnumSource
    void theOtherSheetsAreTheSame(View view) {
        var without = WorkbookFile.open(WorkbookFile.bytes(Language.NB, false));
        var with = WorkbookFile.open(WorkbookFile.bytes(WorkbookFixture.snapshot(), view, Language.NB, false));
        for (var sheet : List.of(WorkbookSheet.SUMMARY, WorkbookSheet.BENEFITS, WorkbookSheet.DATA)) {
            assertEquals(texts(without, sheet), texts(with, sheet));
        }
        assertFalse(texts(with, WorkbookSheet.SUMMARY).isEmpty());
    }

    private static List<String> texts(WorkbookFile file, WorkbookSheet sheet) {
        return WorkbookFile.cells(file.sheet(sheet)).map(Object::toString).toList();
    }
}
