package no.nullpunkt.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks made to fill memory, to read files and addresses of the server, or to hide what they are. */
class WorkbookAttackTest {

    private static final int HEAP = 256;
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final int MIB = 1024 * 1024;

    @TempDir
    Path directory;

    private final Map<String, byte[]> parts = parts(workbook());

    /** All in one process, so that the memory of one file that is kept would be missed by the next. */
    @Test
    void noneTakesMoreThanALittleMemory() throws Exception {
        var expected = new TreeMap<String, String>();
        for (var attack : attacks().entrySet()) {
            var name = attack.getKey().split(" -> ");
            Files.write(directory.resolve(name[0].replace(' ', '-')), attack.getValue());
            expected.put(name[0].replace(' ', '-'), name[1]);
        }

        var outcomes = SmallHeap.open(directory, HEAP);

        assertEquals(
                expected,
                outcomes.stream()
                        .map(line -> line.split(" ", 2))
                        .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> a, TreeMap::new)));
    }

    private Map<String, byte[]> attacks() throws Exception {
        var attacks = new LinkedHashMap<String, byte[]>();
        attacks.put("as it is -> opened", zip(parts));
        attacks.put("zeros -> workbook-content-too-large", with("xl/media/zeros.bin", new byte[60 * MIB]));
        attacks.put("zeros in a part that is read -> workbook-content-too-large", with(SHEET, new byte[60 * MIB]));
        attacks.put(
                "a zip in a zip -> workbook-damaged",
                with("xl/embeddings/inner.zip", zip(Map.of("zeros", new byte[200 * MIB]))));
        attacks.put(
                "a million strings -> workbook-content-too-large",
                with(
                        STRINGS,
                        HEAD + "<sst" + MAIN + " count=\"1000000\">" + "<si><t>a</t></si>".repeat(1_000_000)
                                + "</sst>"));
        attacks.put(
                "strings up to the limit -> opened",
                with(STRINGS, HEAD + "<sst" + MAIN + ">" + many(118_000, "<si><t>", "</t></si>") + "</sst>"));
        attacks.put(
                "empty cells by the million -> workbook-content-too-large",
                with(SHEET, sheet("<row>" + "<c/>".repeat(4_000_000) + "</row>")));
        attacks.put(
                "cells up to the limit -> opened", with(SHEET, sheet(many(80_000, "<row><c><v>", "</v></c></row>"))));
        attacks.put(
                "cells past the limit -> workbook-content-too-large",
                with(SHEET, sheet(many(480_000, "<row><c><v>", "</v></c></row>"))));
        attacks.put("rows up to the limit -> opened", with(SHEET, sheet(many(240_000, "<row r=\"1", "\"/>"))));
        attacks.put(
                "attributes up to the limit -> opened",
                with(
                        SHEET,
                        sheet("<row><c><v>1</v></c></row>")
                                .replace(
                                        "<sheetData>",
                                        many(1_400, "<cols><col min=\"1\" max=\"2\" width=\"", "\"/></cols>")
                                                + "<sheetData>")));
        attacks.put(
                "attributes by the million -> workbook-content-too-large",
                with(SHEET, sheet("<row r=\"1\" s=\"1\"/>".repeat(900_000))));
        attacks.put(
                "rich text up to the limit -> opened",
                with(STRINGS, HEAD + "<sst" + MAIN + "><si>" + many(118_000, "<r><t>", "</t></r>") + "</si></sst>"));
        attacks.put(
                "one long text -> opened",
                with(STRINGS, HEAD + "<sst" + MAIN + "><si><t>" + many(1_000_000, "å", "") + "</t></si></sst>"));
        attacks.put(
                "a sheet as large as can be said -> opened",
                with(
                        SHEET,
                        sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
                                .replace(
                                        "<sheetData>",
                                        "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\" width=\"9\"/></cols><sheetData>")));
        attacks.put("laughs -> workbook-damaged", with(SHEET, laughs()));
        attacks.put("laughs in the types -> workbook-damaged", with("[Content_Types].xml", laughs()));
        attacks.put("laughs in the strings -> workbook-damaged", with(STRINGS, laughs()));
        attacks.put(
                "elements within elements -> workbook-damaged", with(SHEET, sheet("<row>" + "<c>".repeat(200_000))));
        attacks.put(
                "EBCDIC -> workbook-damaged",
                with(
                        SHEET,
                        sheet("<row>" + "<c/>".repeat(900_000) + "</row>")
                                .replace("UTF-8", "Cp037")
                                .getBytes(Charset.forName("Cp037"))));
        attacks.put(
                "EBCDIC said in ASCII -> workbook-damaged",
                with(SHEET, sheet("").replace("UTF-8", "Cp037")));
        attacks.put("many files -> workbook-damaged", manyFiles());
        attacks.put("macros -> opened", macros());
        attacks.put("locked -> workbook-locked", locked());
        attacks.put("old -> workbook-too-old", old());
        attacks.put("text -> not-a-workbook", "hei".getBytes(StandardCharsets.UTF_8));
        attacks.put("nothing -> not-a-workbook", new byte[0]);
        attacks.put("cut short -> workbook-damaged", java.util.Arrays.copyOf(zip(parts), 900));
        attacks.put("paths that lead out -> opened", with("../../../../tmp/nullpunkt-was-here", "out"));
        return attacks;
    }

    /** Neither a file of the server nor an address is asked for. */
    @Test
    void nothingOutsideTheFileIsRead() throws Exception {
        var asked = new AtomicInteger();
        var secret = Files.writeString(directory.resolve("secret.txt"), "a secret of the server");
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var listener = new Thread(() -> count(server, asked));
            listener.start();
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            var files = Files.createDirectory(directory.resolve("files"));
            for (var part : parts.keySet()) {
                for (var target : new String[] {url, secret.toUri().toString()}) {
                    var xml = new String(parts.get(part), StandardCharsets.UTF_8);
                    var root = xml.indexOf('<', xml.indexOf("?>") + 1);
                    for (var doctype : new String[] {
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + target + "\">]>",
                        "<!DOCTYPE r SYSTEM \"" + target + "\">",
                        "<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + target + "\">%x;]>"
                    }) {
                        var attack = xml.substring(0, Math.max(root, 0)) + doctype + xml.substring(Math.max(root, 0));
                        Files.write(files.resolve(String.valueOf(attack.hashCode())), with(part, attack));
                    }
                }
            }
            var outcomes = SmallHeap.open(files, HEAP);

            assertEquals(
                    Set.of("workbook-damaged", "opened"),
                    outcomes.stream().map(line -> line.split(" ", 2)[1]).collect(Collectors.toSet()));
            assertEquals(parts.size() * 6, outcomes.size());
            assertEquals(0, asked.get(), "addresses that were asked");
        }
        assertTrue(Files.notExists(Path.of("/tmp/nullpunkt-was-here")));
    }

    private static void count(ServerSocket server, AtomicInteger asked) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                asked.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String sheet(String data) {
        return HEAD + "<worksheet" + MAIN + "><sheetData>" + data + "</sheetData></worksheet>";
    }

    /** With a number in each, for what packs a hundred times smaller is refused without being read. */
    private static String many(int count, String before, String after) {
        var random = new Random(5);
        var many = new StringBuilder();
        for (int i = 0; i < count; i++) {
            many.append(before).append(random.nextInt(1_000_000)).append(after);
        }
        return many.toString();
    }

    /** They are kept in the file, and never run. */
    private static byte[] macros() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            book.createSheet("Verdier");
            book.setVBAProject(new ByteArrayInputStream(new byte[1000]));
            book.write(out);
        }
        return out.toByteArray();
    }

    private static String laughs() {
        var entities = new StringBuilder(HEAD + "<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities + "]><worksheet" + MAIN + "><sheetData><row><c><v>&a11;</v></c></row></sheetData></worksheet>";
    }

    private byte[] manyFiles() {
        var many = new LinkedHashMap<>(parts);
        for (int i = 0; i < 30_000; i++) {
            many.put("x/" + i, new byte[0]);
        }
        return zip(many);
    }

    private byte[] locked() throws Exception {
        var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("hemmelig");
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            try (var data = encryptor.getDataStream(container)) {
                data.write(zip(parts));
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] old() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), "Workbook");
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private byte[] with(String part, String text) {
        return with(part, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] with(String part, byte[] bytes) {
        var changed = new LinkedHashMap<>(parts);
        changed.put(part, bytes);
        return zip(changed);
    }

    private static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("Verdier").createRow(0).createCell(0).setCellValue("Serie");
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> parts(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
