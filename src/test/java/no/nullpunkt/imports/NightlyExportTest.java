package no.nullpunkt.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The recipe for a nightly export, run as an operator would run it. */
@QuarkusTest
class NightlyExportTest {

    @TestHTTPResource("/api/v1/municipalities/")
    URI municipalities;

    @Test
    void theExportIsPushedAndPushedAgain() throws IOException, InterruptedException {
        assumeInstalled("bash", "curl");
        var it = MeasuredBenefit.create();
        assertTrue(run(it, "setup").contains("\"name\":\"responssenter\""));
        var first = run(it, "push", "samples/nightly-export.csv");
        assertTrue(first.contains("\"created\":3,\"updated\":0,\"unchanged\":0,\"rejected\":0"), first);
        assertTrue(first.contains("\"code\":\"Prøvealarm\",\"rows\":1"), first);
        var again = run(it, "push", "samples/nightly-export.csv");
        assertTrue(again.contains("\"created\":0,\"updated\":0,\"unchanged\":3,\"rejected\":0"), again);
    }

    private String run(MeasuredBenefit it, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("bash", "samples/nightly-export.sh"), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NULLPUNKT_API", municipalities + it.municipality.number);
        builder.environment().put("NULLPUNKT_PROJECT_LEADER", it.municipality.credentials(Role.PROJECT_LEADER));
        builder.environment().put("NULLPUNKT_MACHINE", it.municipality.credentials(Role.INTEGRATION));
        var process = builder.start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        return told;
    }

    private static void assumeInstalled(String... programs) {
        var missing = Arrays.stream(programs)
                .filter(program -> paths().stream().noneMatch(path -> Files.isExecutable(path.resolve(program))))
                .toList();
        if (!missing.isEmpty()) {
            var told = "SKIPPED: " + missing + " not installed, so the recipe for a nightly export is not run";
            System.err.println(told);
            Assumptions.abort(told);
        }
    }

    private static List<Path> paths() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
