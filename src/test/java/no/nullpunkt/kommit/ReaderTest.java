package no.nullpunkt.kommit;

import static no.nullpunkt.kommit.KommitFile.ANALYSIS;
import static no.nullpunkt.kommit.KommitFile.CARD;
import static no.nullpunkt.kommit.KommitFile.CHANGES;
import static no.nullpunkt.kommit.KommitFile.MEASURES;
import static no.nullpunkt.kommit.KommitFile.PLAN;
import static no.nullpunkt.kommit.KommitFile.RESULTS;
import static no.nullpunkt.kommit.KommitFile.STAKEHOLDERS;
import static no.nullpunkt.kommit.KommitFile.STATUS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.kommit.Finding.Kind;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.testing.LibreOffice;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the tool, and which of its faults are told. */
class ReaderTest {

    private static final List<String> WRONG_IN_EVERY_COPY =
            List.of("wrong-reference " + RESULTS + "!B26", "wrong-reference " + RESULTS + "!B27");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> theTwoLastRowsOfTheFollowUpSheetNameTheWrongBenefits() {
        return KommitFile.each(file -> {
            file.benefit(9, "Niende", "Niende indikator", 90, 10, 81);
            file.benefit(13, "Trettende", "Trettende indikator", 130, 10, 117);
            file.set(RESULTS + "!C43", "Bedre opplæring");

            var tool = Reader.read(file.workbook);

            assertEquals(WRONG_IN_EVERY_COPY, told(tool, Kind.FAULT, "wrong-reference"));
            var thirteenth = tool.benefits().get(1);
            assertEquals(given(117, RESULTS + "!D26"), thirteenth.result);
            assertEquals(given(81, RESULTS + "!D22"), tool.benefits().get(0).result);
            assertEquals(
                    "Bedre opplæring", thirteenth.actions.get(0).description().value(), "below it too");
        });
    }

    @TestFactory
    Stream<DynamicTest> anEmptyToolHasNoBenefitsAndItsFaults() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.workbook);

            assertEquals(List.of(), tool.benefits());
            assertEquals(List.of(), tool.found());
            assertEquals(
                    WRONG_IN_EVERY_COPY,
                    tool.findings().stream().map(ReaderTest::told).toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> zeroIsAResultAndTheSheetShowsItAsBlank() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.benefit(1, "Ingen feil", "Feil i måneden", 4, 0, 0).workbook);

            var benefit = tool.benefits().get(0);
            assertEquals(given(0, RESULTS + "!D14"), benefit.result);
            assertEquals(given(0, MEASURES + "!E5"), benefit.target);
            assertEquals(List.of("zero-shown-as-blank " + RESULTS + "!E14"), toldOf(tool, RESULTS + "!E14"));
        });
    }

    @TestFactory
    Stream<DynamicTest> aBlankIsMissingAndTheSheetReadsItAsZero() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.benefit(1, "Uten nullpunkt", "Besøk", null, 10, 8).workbook);

            assertNull(tool.benefits().get(0).baseline);
            assertEquals(List.of("blank-read-as-zero " + RESULTS + "!E14"), toldOf(tool, RESULTS + "!E14"));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSheetDividesByZeroWhereNullPointAndTargetAreZero() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.benefit(1, "Holde null", "Fall", 0, 0, 1).workbook);

            assertEquals(List.of("division-by-zero " + RESULTS + "!E14"), toldOf(tool, RESULTS + "!E14"));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSheetsAchievementLeavesOutTheNullPoint() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.benefit(1, "Som før", "Trygge", 80, 100, 80).workbook);

            assertEquals(List.of("achievement-without-null-point " + RESULTS + "!E14"), toldOf(tool, RESULTS + "!E14"));
        });
    }

    @Test
    void towardsZeroTheSheetsAchievementIsRight() {
        var tool = Reader.read(KommitFile.own().benefit(1, "Mot null", "Feil", 8, 0, 2).workbook);

        assertEquals(List.of(), toldOf(tool, RESULTS + "!E14"));
    }

    @TestFactory
    Stream<DynamicTest> theSheetAveragesFreedTimeOverBlankYears() {
        return KommitFile.each(file -> {
            file.benefit(1, "Spart tid", "Timer", 40, 10, null).set(ANALYSIS + "!D7", 2);

            var tool = Reader.read(file.workbook);

            assertEquals(List.of("average-over-blank-years " + ANALYSIS + "!C42"), toldOf(tool, ANALYSIS + "!C42"));
        });
    }

    @TestFactory
    Stream<DynamicTest> theStatusReportHasNoRoomForAllActions() {
        return KommitFile.each(file -> {
            for (var i = 1; i <= 6; i++) {
                file.benefit(i, "Gevinst " + i, "Indikator " + i, 1, 2, null);
                file.set(PLAN + "!B" + (3 + 2 * i), "Tiltak").set(PLAN + "!B" + (4 + 2 * i), "Tiltak");
            }

            assertEquals(
                    1,
                    told(Reader.read(file.workbook), Kind.FAULT, "no-room-for-actions")
                            .size());
        });
    }

    @TestFactory
    Stream<DynamicTest> theHandoverReportLeavesStakeholdersOut() {
        return KommitFile.each(file -> {
            for (var row = 5; row < 13; row++) {
                file.set(STAKEHOLDERS + "!A" + row, "Interessent");
            }

            assertEquals(
                    1,
                    told(Reader.read(file.workbook), Kind.FAULT, "stakeholders-not-copied")
                            .size());
        });
    }

    @TestFactory
    Stream<DynamicTest> aNameWrittenOverIsToldAndTheRowStillKnown() {
        return KommitFile.each(file -> {
            file.benefit(1, "Færre besøk", "Besøk", 40, 10, 25).set(RESULTS + "!B14", "Noe helt annet");

            var tool = Reader.read(file.workbook);

            assertEquals(List.of("overwritten-copy " + RESULTS + "!B14"), told(tool, Kind.FAULT, "overwritten-copy"));
            assertEquals(given(25, RESULTS + "!D14"), tool.benefits().get(0).result);
        });
    }

    @Test
    void aReferenceToADeletedCellIsTold() {
        var file = KommitFile.own().benefit(1, "Færre besøk", "Besøk", 40, 10, 25);
        file.formula(RESULTS + "!B14", "IF(#REF!=0,\"\",#REF!)");

        var tool = Reader.read(file.workbook);

        assertEquals(List.of("broken-reference " + RESULTS + "!B14"), told(tool, Kind.FAULT, "broken-reference"));
        assertEquals(given(25, RESULTS + "!D14"), tool.benefits().get(0).result);
    }

    /** As a spreadsheet does it: the row numbers of one sheet move, and the formulas with them. */
    @Test
    void aRowPutInMovesNoFigureToAnotherBenefit() {
        var file = KommitFile.own().benefit(1, "Første", "Første indikator", 40, 10, 25);
        file.benefit(2, "Andre", "Andre indikator", 50, 20, 35);
        file.set(CHANGES + "!C6", "Ny og ukopiert").set(CHANGES + "!C7", "Andre");
        for (var sheetAndRow : List.of(ANALYSIS + "!B8", PLAN + "!A7", MEASURES + "!A6")) {
            file.formula(sheetAndRow, "IF('" + CHANGES + "'!C7=0,\"\",'" + CHANGES + "'!C7)");
        }

        var benefits = Reader.read(file.workbook).benefits();

        assertNull(benefits.get(1).baseline, "the new one");
        assertEquals(given(50, MEASURES + "!D6"), benefits.get(2).baseline);
        assertEquals(given(35, RESULTS + "!D15"), benefits.get(2).result);
    }

    @Test
    void aFigureOfNoBenefitIsTold() {
        var tool = Reader.read(KommitFile.own().set(MEASURES + "!D9", 12).workbook);

        assertEquals(List.of("row-of-no-benefit " + MEASURES + "!D9"), toldOf(tool, MEASURES + "!D9"));
    }

    @Test
    void aSheetThatIsGoneIsTold() {
        var file = KommitFile.own().benefit(1, "Færre besøk", "Besøk", 40, 10, 25);
        file.workbook.removeSheetAt(file.workbook.getSheetIndex(RESULTS));

        var tool = Reader.read(file.workbook);

        assertTrue(told(tool, Kind.FAULT, "table-missing").contains("table-missing " + RESULTS + "!A1"));
        assertNull(tool.benefits().get(0).result);
    }

    @ParameterizedTest
    @CsvSource({
        "20.9, 20.9, ",
        "0, 0, ",
        "20.899999999999999, 20.9, digits-trimmed",
        "0.30000000000000004, 0.3, digits-trimmed",
        "0.33333333333333331, 0.333333333333333, digits-trimmed",
        "123456789012345, 123456789012345, ",
        "-3.25, -3.25, "
    })
    void aNumberIsWhatWasTyped(String raw, String read, String code) {
        var file = KommitFile.own().benefit(1, "Gevinst", "Tall", new BigDecimal(raw), null, null);

        var tool = Reader.read(file.workbook);

        assertEquals(given(read, MEASURES + "!D5"), tool.benefits().get(0).baseline);
        assertEquals(code == null ? List.of() : List.of(code + " " + MEASURES + "!D5"), toldOf(tool, MEASURES + "!D5"));
    }

    @ParameterizedTest
    @CsvSource({
        "'45,5', 45.5, number-as-text",
        "'1 100,5', 1100.5, number-as-text",
        "'−3', -3, number-as-text",
        "'1.100', , not-a-number",
        "'ca 45', , not-a-number",
        "'45 %', , not-a-number"
    })
    void aNumberWrittenAsTextIsReadWhereItCanMeanOneThingOnly(String text, String read, String code) {
        var tool = Reader.read(KommitFile.own().benefit(1, "Gevinst", "Tall", text, null, null).workbook);

        assertEquals(
                read == null ? null : given(read, MEASURES + "!D5"),
                tool.benefits().get(0).baseline);
        assertEquals(List.of(code + " " + MEASURES + "!D5"), toldOf(tool, MEASURES + "!D5"));
    }

    @Test
    void aCellThatShowsPerCentIsReadAsItLooks() {
        var file = KommitFile.own().benefit(1, "Trygge", "Andel", new BigDecimal("0.38"), 50, null);
        file.format(MEASURES + "!D5", "0%");

        var tool = Reader.read(file.workbook);

        assertEquals(given(38, MEASURES + "!D5"), tool.benefits().get(0).baseline);
        assertEquals(List.of("percent-cell " + MEASURES + "!D5"), toldOf(tool, MEASURES + "!D5"));
    }

    @Test
    void aFormulaGivesWhatItShowedAndNothingWhereItShowedNothing() {
        var file = KommitFile.own().benefit(1, "Gevinst", "Tall", null, null, null);
        file.formula(MEASURES + "!D5", "0.1+0.2").formula(MEASURES + "!E5", "4*5");
        file.workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(file.cell(MEASURES + "!D5"));

        var tool = Reader.read(file.workbook);

        assertEquals(given("0.3", MEASURES + "!D5"), tool.benefits().get(0).baseline);
        assertNull(tool.benefits().get(0).target);
        assertEquals(List.of("formula-without-value " + MEASURES + "!E5"), toldOf(tool, MEASURES + "!E5"));
    }

    @Test
    void datesAndErrorsAreNoNumbers() {
        var file = KommitFile.own().benefit(1, "Gevinst", "Tall", LocalDate.of(2026, 1, 1), null, null);
        file.cell(MEASURES + "!E5").setCellErrorValue((byte) 7);

        var tool = Reader.read(file.workbook);

        assertNull(tool.benefits().get(0).baseline);
        assertNull(tool.benefits().get(0).target);
        assertEquals(List.of("date-for-number " + MEASURES + "!D5"), toldOf(tool, MEASURES + "!D5"));
        assertEquals(List.of("error-in-cell " + MEASURES + "!E5"), toldOf(tool, MEASURES + "!E5"));
    }

    @ParameterizedTest
    @CsvSource({
        "31.12.2026, 2026-12-31",
        "1.3.26, 2026-03-01",
        "2026-03-15, 2026-03-15",
        "2026-02, 2026-02-28",
        "03.2026, 2026-03-31",
        "15. mars 2026, 2026-03-15",
        "innen desember 2026, 2026-12-31",
        "Q2 2026, 2026-06-30",
        "3. kvartal 2026, 2026-09-30",
        "høsten 2026, 2026-12-31",
        "31.02.2026, ",
        "snarest, "
    })
    void aDateInWordsIsItsLastDay(String text, LocalDate date) {
        assertEquals(date, SheetDate.in(text).orElse(null));
    }

    @TestFactory
    Stream<DynamicTest> everythingOfABenefitIsGathered() {
        return KommitFile.each(file -> {
            var tool = Reader.read(file.filled().workbook);

            assertEquals("Dispensere i Fjordby", tool.project().name().value());
            assertEquals(LocalDate.of(2026, 3, 31), tool.measured().value());
            var benefit = tool.benefits().get(0);
            assertEquals(BenefitType.TIME_SAVED, benefit.type.value());
            assertEquals(new Given<>("Eva Eier", new Place(PLAN, "G5")), benefit.owner);
            assertEquals(new Given<>("Mona Måler", new Place(STATUS, "G35")), benefit.measurer);
            assertEquals(given(40, MEASURES + "!D5"), benefit.baseline);
            assertEquals(given(10, MEASURES + "!E5"), benefit.target);
            assertEquals(given(25, RESULTS + "!D14"), benefit.result);
            assertEquals(
                    List.of(
                            "Gå gjennom vedtakene 2026-02-15 Per Prosjekt",
                            "Slutte med faste kveldsbesøk 2026-03-31 null",
                            "Oftere samtaler med fastlegene 2026-06-30 Eva Eier"),
                    benefit.actions.stream()
                            .map(each -> each.description().value() + " "
                                    + each.due().value() + " " + Given.valueOf(each.responsible()))
                            .toList());
            assertEquals(
                    List.of("remark-process", "remark-change", "remark-goal", "remark-budget"),
                    benefit.remarks.stream().map(Tool.Remark::heading).toList());
            assertEquals("År 1: 1.5", benefit.remarks.get(3).text().value());
        });
    }

    @TestFactory
    Stream<DynamicTest> aCopySavedByLibreOfficeReadsTheSame() {
        return KommitFile.each(file -> {
            LibreOffice.assumeInstalled();
            file.filled()
                    .benefit(13, "Trettende", "Trettende indikator", new BigDecimal("20.9"), 1, new BigDecimal("0.1"));

            var saved = savedByLibreOffice(file);

            var before = Reader.read(file.workbook);
            var after = Reader.read(saved.workbook);
            assertEquals(before.found(), after.found());
            assertEquals(
                    before.findings().stream().map(ReaderTest::told).toList(),
                    after.findings().stream().map(ReaderTest::told).toList());
        });
    }

    private KommitFile savedByLibreOffice(KommitFile file) {
        try {
            var own = Files.createTempDirectory(directory, "copy").resolve("copy.xlsx");
            Files.write(own, file.bytes());
            return KommitFile.read(LibreOffice.recalculate(own));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatHasNoPlaceIsListedCellByCell() {
        var tool = Reader.read(KommitFile.own().filled().set(CARD + "!B13", 250000).workbook);

        assertEquals(List.of("no-place-for-it " + CARD + "!B13"), toldOf(tool, CARD + "!B13"));
        assertTrue(tool.found().contains(new Tool.Found(new Place(CARD, "B13"), "250000", false)));
    }

    @Test
    void anotherWorkbookIsNotTheTool() {
        var file = KommitFile.own();
        file.set(CHANGES + "!C4", "Noe annet");

        var problem = assertThrows(Problem.class, () -> Reader.read(file.workbook));

        assertEquals("not-kommit", problem.code());
    }

    private static Given<BigDecimal> given(Object number, String place) {
        var at = place.lastIndexOf('!');
        return new Given<>(
                new BigDecimal(number.toString()), new Place(place.substring(0, at), place.substring(at + 1)));
    }

    private static List<String> told(Tool tool, Kind kind, String code) {
        return tool.findings().stream()
                .filter(each -> each.kind() == kind && Objects.equals(each.code(), code))
                .map(ReaderTest::told)
                .toList();
    }

    private static List<String> toldOf(Tool tool, String place) {
        return tool.findings().stream()
                .filter(each -> each.place().toString().equals(place))
                .map(ReaderTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        return finding.code() + " " + finding.place();
    }
}
