package no.nullpunkt.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of rights as it is committed: what each operation and page answers each of those who may ask. */
final class RightsTable {

    static final String ALLOWED = "✓";

    private static final Path FILE = Path.of("src", "test", "resources", "rights.md");

    private static final String HEAD = """
            # Who may do what

            What each operation of the API, and each page, answers when it is asked rightly by each of these. It is made \
            by `RightsTest`, which asks them all, and read by people: `mvn test -Dtest=RightsTest -Drights.update=true` \
            writes it anew, and what has changed in it is to be meant.

            ✓ done, and not merely let in · 401 signs in first · 403 may not · 404 it is not there · – the page is shown, \
            and what was sent did nothing

            A role is in the whole municipality unless a unit is told; the unit is the one the benefit is measured in. The \
            owner is named on the benefit and BENEFIT_OWNER in the unit; the overall owner and the measurer are named as \
            such, and BENEFIT_OWNER in another unit only. Another municipality: each role of one, all answered alike.

            """.replace("\\\n", "");

    private RightsTable() {}

    static Map<String, List<String>> read() throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(FILE)) {
            if (line.startsWith("| `")) {
                var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
                rows.put(cells.get(1), cells.subList(2, cells.size()));
            }
        }
        return rows;
    }

    static void write(Map<String, List<String>> rows) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(row("Operation", Arrays.stream(Asker.values()).map(asker -> asker.title)));
        lines.add(row("---", Arrays.stream(Asker.values()).map(asker -> ":-:")));
        rows.forEach((operation, cells) -> lines.add(row(operation, cells.stream())));
        Files.writeString(FILE, HEAD + String.join("\n", lines) + "\n");
    }

    private static String row(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
