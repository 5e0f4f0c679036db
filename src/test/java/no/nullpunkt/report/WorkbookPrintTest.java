package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import no.nullpunkt.testing.LibreOffice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook printed by LibreOffice: nothing is too wide for its cell, no sheet for its page, and no page is left over. */
class WorkbookPrintTest {

    /** What spreadsheets write where a number does not fit, or a formula does not work. */
    private static final Pattern BROKEN = Pattern.compile("###|Err:|#REF|#N/A|#VALUE|#DIV|#NAME");

    /** A sheet's name and its page at the end of each. */
    private static final Pattern FOOTER = Pattern.compile("(\\S+) · \\d+ / \\d+$");

    private static final Path PDFTOTEXT = Path.of("/usr/bin/pdftotext");

    @TempDir
    static Path directory;

    private static final Map<String, String> PRINTED = new LinkedHashMap<>();

    @BeforeAll
    static void print() throws IOException, InterruptedException {
        LibreOffice.assumeInstalled();
        Assumptions.assumeTrue(Files.isExecutable(PDFTOTEXT), "SKIPPED: pdftotext is not installed");
        var files = new ArrayList<Path>();
        files.add(write("politicians", View.POLITICIANS, Language.NB, false));
        files.add(write("administration", View.ADMINISTRATION, Language.NN, false));
        files.add(write("staff", View.STAFF, Language.EN, false));
        files.add(write("accessible", View.POLITICIANS, Language.NB, true));
        files.add(write("empty", WorkbookFile.bytes(WorkbookFixture.empty(), Language.NB, false)));
        files.add(write("one", crowd(1)));
        files.add(write("sixty", crowd(60)));
        for (var pdf : LibreOffice.print(files)) {
            var process = new ProcessBuilder(PDFTOTEXT.toString(), "-layout", pdf.toString(), "-").start();
            PRINTED.put(
                    pdf.getFileName().toString().replace(".pdf", ""),
                    new String(process.getInputStream().readAllBytes()));
            process.waitFor();
        }
        assertEquals(7, PRINTED.size());
    }

    private static Path write(String name, View view, Language language, boolean accessible) throws IOException {
        return write(name, WorkbookFile.bytes(WorkbookFixture.snapshot(), view, language, accessible));
    }

    private static byte[] crowd(int benefits) {
        var crowd = WorkbookFixture.crowd(benefits);
        return WorkbookFile.bytes(crowd.made(), crowd.told(), View.ADMINISTRATION, Language.NB, false);
    }

    private static Path write(String name, byte[] workbook) throws IOException {
        return Files.write(directory.resolve(name + ".xlsx"), workbook);
    }

    @Test
    void nothingIsTooWideForItsCellAndNothingIsBroken() {
        PRINTED.forEach((name, text) -> assertFalse(BROKEN.matcher(text).find(), () -> name + "\n" + text));
    }

    @Test
    void everyPageTellsWhichItIs() {
        PRINTED.forEach((name, text) -> {
            var pages = pages(text);
            for (int i = 0; i < pages.size(); i++) {
                if (pages.get(i).isBlank()) {
                    continue;
                }
                assertTrue(pages.get(i).contains((i + 1) + " / " + pages.size()), name + ", page " + (i + 1));
                assertTrue(pages.get(i).contains("Storvik & Lillevik"), name + ", page " + (i + 1));
            }
        });
    }

    /** A sheet too wide for its page would leave columns to a page of their own, which has no title and no names. */
    @Test
    void sheetsAreAsManyPagesAsTheyAreLong() {
        assertEquals(
                Map.of("Politikere", 1L, "Sammendrag", 1L, "Måned", 1L, "Data", 1L),
                some("politicians", "Politikere", "Sammendrag", "Måned", "Data"));
        assertEquals(
                Map.of("Administrasjon", 1L, "Samandrag", 1L, "Gevinstar", 1L),
                some("administration", "Administrasjon", "Samandrag", "Gevinstar"));
        assertEquals(Map.of("Staff", 1L, "Summary", 1L), some("staff", "Staff", "Summary"));
        assertEquals(
                Map.of("Sammendrag", 1L, "Utvikling", 1L, "Data", 1L),
                some("empty", "Sammendrag", "Utvikling", "Data"));
        // Charts of all, and one of the only indicator, on one page.
        assertEquals(
                Map.of("Administrasjon", 1L, "Sammendrag", 1L, "Utvikling", 1L),
                some("one", "Administrasjon", "Sammendrag", "Utvikling"));
        // Two indicators a page, after the page of all.
        assertEquals(
                Map.of("Administrasjon", 1L, "Sammendrag", 1L, "Utvikling", 31L),
                some("sixty", "Administrasjon", "Sammendrag", "Utvikling"));
    }

    /** How many pages the footers say that sheets have. */
    private static Map<String, Long> some(String file, String... sheets) {
        var wanted = List.of(sheets);
        return written(PRINTED.get(file)).stream()
                .map(WorkbookPrintTest::sheet)
                .filter(wanted::contains)
                .collect(Collectors.groupingBy(sheet -> sheet, Collectors.counting()));
    }

    private static String sheet(String page) {
        var footer = FOOTER.matcher(page.stripTrailing());
        assertTrue(footer.find(), page);
        return footer.group(1);
    }

    /** LibreOffice now and then leaves an empty page after a long sheet, with no footer either. */
    private static List<String> written(String text) {
        return pages(text).stream().filter(page -> !page.isBlank()).toList();
    }

    private static List<String> pages(String text) {
        return List.of(text.split("\f"));
    }

    @Test
    void longNamesAreWhole() {
        var text = PRINTED.get("one").replaceAll("\\s+", " ");
        assertTrue(
                text.contains(
                        "Gjennomsnittlig tidsbruk til dokumentasjon og oppfølging av vedtak om velferdsteknologi"),
                text);
    }
}
