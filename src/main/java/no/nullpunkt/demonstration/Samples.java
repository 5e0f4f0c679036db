package no.nullpunkt.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The walks that come with the service. */
final class Samples {

    /** In the order a municipality would take them. */
    static final List<String> ALL = List.of(
            "samples/01-digitalt-tilsyn-hjemme.http",
            "samples/02-medisindispenser.http",
            "samples/03-e-las.http",
            "samples/04-nattevakter.http",
            "samples/05-tertialrapport.http",
            "samples/06-plan-og-oppskrift.http");

    private Samples() {}

    /** A file of the disk, or one that comes with the service where the disk has none by that path. */
    static HttpFile read(String path) {
        var name = Path.of(path).getFileName().toString();
        try {
            if (Files.isRegularFile(Path.of(path))) {
                return HttpFileParser.parse(name, Files.readString(Path.of(path)));
            }
            try (var resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
                if (resource == null) {
                    throw new WalkException("There is no file " + path);
                }
                return HttpFileParser.parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
