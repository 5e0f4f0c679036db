package no.nullpunkt.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.UploadedWorkbook;

/** Opens each file of a directory as the service opens uploads, in a process of its own that has little memory. */
final class SmallHeap {

    private SmallHeap() {}

    /** @return a line for each file: its name, and the code of the problem or {@code opened} */
    static List<String> open(Path directory, int mebibytes) throws IOException, InterruptedException {
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                directory.toString());
        var output = Files.createTempFile("nullpunkt-small-heap", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (var lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("> "))
                    .map(line -> line.substring(2))
                    .toList();
        }
    }

    public static void main(String[] directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory[0])).sorted()) {
            for (var file : (Iterable<Path>) files::iterator) {
                System.out.println("> " + file.getFileName() + " " + outcome(Files.readAllBytes(file)));
            }
        }
    }

    private static String outcome(byte[] file) throws IOException {
        try (var workbook = UploadedWorkbook.open(file)) {
            return "opened";
        } catch (Problem problem) {
            return problem.code();
        } catch (OutOfMemoryError | StackOverflowError e) {
            return e.toString();
        }
    }
}
