package no.nullpunkt.kommit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything that is told of a sheet has a text, and no text is left over. */
class FindingTextsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "no", "nullpunkt", "kommit");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /** Begin a code, or are none. */
    private static final Set<String> NO_CODES =
            Set.of("direction-of-type", "direction-of-target", "medicine-dispenser");

    /** Put together of two parts, or a single word. */
    private static final Set<String> MADE = Set.of(
            "direction-of-type-higher",
            "direction-of-type-lower",
            "direction-of-target-higher",
            "direction-of-target-lower",
            "level");

    @Test
    void codesAndTextsAreTheSame() throws IOException {
        var texts = new TreeSet<>(ResourceBundle.getBundle("texts.kommit", Locale.forLanguageTag("nb"))
                .keySet());
        var problems = ResourceBundle.getBundle("texts.problems", Locale.forLanguageTag("nb"))
                .keySet();
        var codes = codes();
        assertTrue(codes.size() > 50, "codes were found");

        var withoutText = codes.stream()
                .filter(code -> !texts.contains(code) && !problems.contains(code))
                .collect(Collectors.toSet());
        texts.removeAll(codes);
        texts.removeAll(MADE);

        assertEquals(Set.of(), withoutText);
        assertEquals(Set.of(), texts);
    }

    private static Set<String> codes() throws IOException {
        try (var files = Files.list(SOURCES)) {
            var codes = new TreeSet<String>();
            for (var file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
            codes.removeAll(NO_CODES);
            return codes;
        }
    }
}
