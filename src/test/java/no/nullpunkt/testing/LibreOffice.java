package no.nullpunkt.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The office suite on the machine, told to calculate every formula when it opens a file. */
public final class LibreOffice {

    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
                <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
              </item>
            </oor:items>
            """;
    private static final long PATIENCE_SECONDS = 120;

    private LibreOffice() {}

    /** Skips the test aloud where there is none. */
    public static void assumeInstalled() {
        if (command().isEmpty()) {
            var missing = "SKIPPED: soffice is not installed, so no workbook or document is opened by LibreOffice";
            System.err.println(missing);
            Assumptions.abort(missing);
        }
    }

    private static Optional<Path> command() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens, calculates and saves a workbook, and answers where. */
    public static Path recalculate(Path workbook) throws IOException {
        return convert("xlsx", List.of(workbook)).get(0);
    }

    /** Opens and prints workbooks of one directory to PDF, and answers where, in the same order. */
    public static List<Path> print(List<Path> workbooks) throws IOException {
        return convert("pdf", workbooks);
    }

    /** Makes a PDF of a file, and answers where. */
    public static Path pdf(Path file) throws IOException {
        return print(List.of(file)).get(0);
    }

    private static List<Path> convert(String format, List<Path> workbooks) throws IOException {
        var profile = workbooks.get(0).resolveSibling("profile");
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
        var saved = Files.createDirectories(workbooks.get(0).resolveSibling("saved"));
        var command = new ArrayList<>(List.of(
                command().orElseThrow().toString(),
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                saved.toString()));
        workbooks.forEach(workbook -> command.add(workbook.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(saved.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("LibreOffice is still at it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return workbooks.stream()
                .map(workbook ->
                        saved.resolve(workbook.getFileName().toString().replaceAll("\\.[a-z]+$", "." + format)))
                .toList();
    }
}
