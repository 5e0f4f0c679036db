package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;

/** What Excel demands of a file before it opens it without repairing it, as far as the standard's schemas say. */
class WorkbookPackageTest {

    private static final SchemaTypeLoader SCHEMAS =
            XmlBeans.typeLoaderUnion(ChartSpaceDocument.type.getTypeSystem(), XmlBeans.getBuiltinTypeSystem());

    @ParameterizedTest
    @EnumSource
    void everyPartIsAsItsSchemaDemands(View view) throws IOException, XmlException {
        for (var accessible : new boolean[] {false, true}) {
            var checked = new TreeSet<String>();
            for (var part : parts(WorkbookFile.bytes(WorkbookFixture.snapshot(), view, Language.NN, accessible))
                    .entrySet()) {
                if (!part.getKey().startsWith("xl/") || part.getKey().endsWith(".rels")) {
                    continue;
                }
                var errors = new ArrayList<XmlError>();
                var document = SCHEMAS.parse(new ByteArrayInputStream(part.getValue()), null, null);
                assertTrue(document.schemaType().isDocumentType(), part.getKey() + " is unknown");
                document.validate(new XmlOptions().setErrorListener(errors));
                assertEquals(
                        "",
                        String.join(
                                "\n", errors.stream().map(XmlError::toString).toList()),
                        part.getKey());
                checked.add(part.getKey().replaceAll("\\d*\\.xml$", ""));
            }
            assertEquals(
                    "[xl/charts/chart, xl/drawings/drawing, xl/sharedStrings, xl/styles, xl/tables/table, xl/workbook,"
                            + " xl/worksheets/sheet]",
                    checked.toString());
        }
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertFalse(parts.containsKey(entry.getName()), entry.getName() + " is there twice");
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void everyPartHasAContentTypeAndWhatItRefersTo() throws IOException, InvalidFormatException {
        var bytes = WorkbookFile.bytes(WorkbookFixture.snapshot(), View.POLITICIANS, Language.NB, false);
        try (var opc = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            int followed = 0;
            for (var part : opc.getParts()) {
                assertFalse(part.getContentType().isBlank(), part.getPartName().getName());
                if (part.isRelationshipPart()) {
                    continue;
                }
                for (var relation : part.getRelationships()) {
                    assertEquals(TargetMode.INTERNAL, relation.getTargetMode());
                    assertTrue(part.getRelatedPart(relation).getInputStream().read() >= 0, relation.toString());
                    followed++;
                }
            }
            assertTrue(followed > 20);
        }
    }

    @Test
    void noIdIsThereTwice() {
        var file = WorkbookFile.open(WorkbookFile.bytes(Language.NB, false));
        for (var sheet : WorkbookChartTest.sheets(file)) {
            if (sheet.getDrawingPatriarch() != null) {
                var ids = new HashSet<Long>();
                sheet.getDrawingPatriarch()
                        .getCTDrawing()
                        .getTwoCellAnchorList()
                        .forEach(anchor -> {
                            var told = anchor.getGraphicFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr();
                            assertTrue(ids.add(told.getId()), told.getName());
                        });
            }
        }
        file.charts().forEach(chart -> {
            var plot = chart.getCTChart().getPlotArea();
            var axes = new HashSet<Long>();
            plot.getCatAxList()
                    .forEach(axis -> assertTrue(axes.add(axis.getAxId().getVal())));
            plot.getValAxList()
                    .forEach(axis -> assertTrue(axes.add(axis.getAxId().getVal())));
            var indexes = new HashSet<Long>();
            plot.getLineChartList().stream()
                    .flatMap(lines -> lines.getSerList().stream())
                    .forEach(line -> assertTrue(indexes.add(line.getIdx().getVal())));
            plot.getBarChartList().stream()
                    .flatMap(bars -> bars.getSerList().stream())
                    .forEach(bar -> assertTrue(indexes.add(bar.getIdx().getVal())));
            assertEquals(3, indexes.size());
        });
    }

    /** Another Java, another place on earth: the same bytes. */
    @Test
    void anotherProcessElsewhereMakesTheSameBytes() throws IOException, InterruptedException {
        var here = Sha256.hex(
                Sha256.of(WorkbookFile.bytes(WorkbookFixture.snapshot(), View.ADMINISTRATION, Language.NB, false)));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Duser.language=ar",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookPackageTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var there = new String(process.getInputStream().readAllBytes()).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(here, there);
    }

    /** Tells the hash of the same workbook. */
    public static void main(String... none) {
        System.out.println(Sha256.hex(
                Sha256.of(WorkbookFile.bytes(WorkbookFixture.snapshot(), View.ADMINISTRATION, Language.NB, false))));
    }
}
