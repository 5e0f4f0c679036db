package no.nullpunkt.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.nullpunkt.shared.Language;
import no.nullpunkt.testing.LibreOffice;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plan as Word has it, read back. */
class PlanDocumentTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatIsPlannedIsInTheDocument(Language language) throws IOException {
        var plan = PlannedRollout.of(7, false);
        try (var document = read(PlanDocument.of(plan, language))) {
            var text = document.getTables().stream().map(XWPFTable::getText).toList()
                    + paragraphs(document).toString();
            for (var benefit : plan.rollouts().get(0).benefits()) {
                assertTrue(styled(document, "Heading3").contains(benefit.title()));
                benefit.actions().forEach(action -> assertTrue(text.contains(action.description())));
                benefit.risks().forEach(risk -> assertTrue(text.contains(risk.description())));
            }
            assertTrue(text.contains(language == Language.EN ? "90.88" : "90,88"));
            assertTrue(text.contains(language == Language.EN ? "20.575" : "20,575"));
        }
    }

    @Test
    void itHasHeadingsContentsRepeatedHeaderRowsAndALanguage() throws IOException {
        try (var document = read(PlanDocument.of(PlannedRollout.of(7, false), Language.NN))) {
            assertEquals(
                    List.of("Bakgrunn og mål", "Gevinstkart", "Gevinstoversikt", "Gevinstane", "Tiltak og oppfølging"),
                    styled(document, "Heading1"));
            var headings = document.getParagraphs().stream()
                    .filter(paragraph -> List.of("Heading1", "Heading2").contains(String.valueOf(paragraph.getStyle())))
                    .map(XWPFParagraph::getText)
                    .toList();
            var contents = document.getParagraphs().stream()
                    .filter(paragraph -> String.valueOf(paragraph.getStyle()).startsWith("TOC"))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertEquals(headings, contents);
            assertTrue(document.getTables().stream()
                    .allMatch(table -> table.getRow(0).isRepeatHeader()));
            assertTrue(document.getStyles().getCtStyles().xmlText().contains("nn-NO"));
            assertEquals(
                    "Gevinstrealiseringsplan",
                    document.getProperties().getCoreProperties().getTitle());
            var xml = document.getDocument().xmlText();
            assertTrue(xml.contains("descr=\"Gevinstkart for Digitalt tilsyn. Det same står i tabellen under.\""));
            assertTrue(document.getFooterList().get(0)._getHdrFtr().xmlText().contains("NUMPAGES"));
        }
    }

    @Test
    void thePlanGivesTheSameBytes() {
        assertArrayEquals(
                PlanDocument.of(PlannedRollout.of(7, true), Language.NB),
                PlanDocument.of(PlannedRollout.of(7, true), Language.NB));
    }

    @Test
    void whatNoDocumentCanHoldIsLeftOut() throws IOException {
        var plan = PlannedRollout.of(1, false);
        var odd = new Plan(
                "Demo \u0001<&>\"\ufffe", plan.asOf(), plan.year(), plan.rollouts(), plan.headings(), plan.goals());
        try (var document = read(PlanDocument.of(odd, Language.NB))) {
            assertEquals(List.of("Demo <&>\""), styled(document, "Subtitle"));
        }
    }

    /** Empty, of 60 benefits, and with texts as long as are taken: LibreOffice makes a PDF of each. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void libreOfficeRendersIt(Language language, @TempDir Path directory) throws IOException {
        LibreOffice.assumeInstalled();
        for (var plan :
                List.of(PlannedRollout.of(0, false), PlannedRollout.of(7, true), PlannedRollout.of(60, false))) {
            var size = plan.rollouts().get(0).benefits().size();
            var file = directory.resolve("plan-" + language + "-" + size + ".docx");
            Files.write(file, PlanDocument.of(plan, language));
            var pdf = LibreOffice.pdf(file);
            assertTrue(Files.size(pdf) > 10_000, pdf + " has content");
        }
    }

    private static XWPFDocument read(byte[] bytes) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    private static List<String> styled(XWPFDocument document, String style) {
        return document.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static List<String> paragraphs(XWPFDocument document) {
        return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }
}
