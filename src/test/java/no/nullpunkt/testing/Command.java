package no.nullpunkt.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Programs that people run, as the README tells them to. */
public final class Command {

    private Command() {}

    /** Skips the test aloud where one is missing. */
    public static void assumeInstalled(String... programs) {
        for (var program : programs) {
            var found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
            if (!found) {
                var missing = "SKIPPED: %s is not installed, so what people do with it is not tried".formatted(program);
                System.err.println(missing);
                Assumptions.abort(missing);
            }
        }
    }

    /** Runs a line of a shell in a directory, and answers what it said. It must end well. */
    public static String run(Path directory, Map<String, String> environment, String line) {
        var builder = new ProcessBuilder(List.of("sh", "-euc", line))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(line + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The commands of the README that begin with a word, as they stand there. */
    public static List<String> ofReadme(String first) {
        return readme().lines()
                .map(String::strip)
                .filter(line -> line.startsWith(first + " "))
                .toList();
    }

    /** The block of the README that begins with some words, as it stands there. */
    public static String blockOfReadme(String first) {
        var from = readme().split("```sh\n" + Pattern.quote(first), 2)[1];
        return first + from.substring(0, from.indexOf("```"));
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
