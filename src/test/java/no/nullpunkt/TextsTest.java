package no.nullpunkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that people read is there in bokmål, nynorsk and English, and says the same of the same. */
class TextsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final String MADE_OF_PARTS = "month-\\d+";
    private static final int LONG = 40;

    /** Long texts that really are the same in both forms of Norwegian. */
    private static final Set<String> SAME_IN_NYNORSK = Set.of("unknown-indicator-code");

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern CODE = Pattern.compile("(?:(?:notUnderstood|forbidden|conflict|tooLarge|rule)\\(|"
            + "(?:ruleAt|\\.at)\\((?:[^()\"]|\"[^\"]*\"|\\([^()]*\\))*?,)\\s*\"([a-z][a-z-]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("\"\\{(no\\.nullpunkt\\.[a-z-]+)}\"");

    static Stream<String> bundles() {
        return Stream.of(
                "texts/problems",
                "texts/labels",
                "texts/changes",
                "texts/workbook",
                "texts/kommit",
                "texts/pages",
                "texts/reminders",
                "texts/views",
                "texts/overview",
                "ValidationMessages");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theLanguagesTellTheSame(String bundle) {
        var nb = read(bundle, "nb");
        var nn = read(bundle, "nn");
        var en = read(bundle, "en");
        assertEquals(nb.keySet(), nn.keySet(), "nynorsk");
        assertEquals(nb.keySet(), en.keySet(), "English");
        nb.forEach((key, text) -> {
            assertEquals(places(text), places(nn.get(key)), key);
            assertEquals(places(text), places(en.get(key)), key);
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noLanguageIsACopyOfAnother(String bundle) {
        var nb = read(bundle, "nb");
        var nn = read(bundle, "nn");
        var en = read(bundle, "en");
        var copies = nb.keySet().stream()
                .filter(key -> nb.get(key).length() > LONG && !SAME_IN_NYNORSK.contains(key))
                .filter(key -> nb.get(key).equals(nn.get(key)) || nb.get(key).equals(en.get(key)))
                .toList();
        assertEquals(Set.of(), Set.copyOf(copies));
    }

    /** A single apostrophe begins a quotation in a pattern, and is lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "texts/problems",
                "texts/labels",
                "texts/changes",
                "texts/workbook",
                "texts/kommit",
                "texts/pages",
                "texts/reminders",
                "texts/views",
                "texts/overview"
            })
    void apostrophesAreDoubled(String bundle) {
        for (var language : Set.of("nb", "nn", "en")) {
            read(bundle, language)
                    .forEach((key, text) -> assertTrue(!text.replace("''", "").contains("'"), language + " " + key));
        }
    }

    @Test
    void everyCodeHasAText() {
        var used = occurrences(CODE);
        var known = read("texts/problems", "en").keySet();
        assertTrue(used.size() > 50, "codes were found");
        assertEquals(Set.of(), without(used, known));
        assertEquals(
                Set.of("no.nullpunkt.text"),
                without(
                        occurrences(CONSTRAINT),
                        read("ValidationMessages", "en").keySet()),
                "but for the one that @Text replaces by what is wrong");
    }

    @Test
    void everyTextIsUsed() {
        var literals = occurrences(Pattern.compile("\"([a-z-]+)\""));
        var made = Pattern.compile("title-\\d+|missing-.*");
        var unused = read("texts/problems", "en").keySet().stream()
                .filter(key -> !literals.contains(key) && !made.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    /** Properties let a later line win over an earlier one of the same key, and so a bad merge go unseen. */
    private static final class EachKeyOnce extends Properties {

        private final Map<String, String> texts;

        EachKeyOnce(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        public synchronized Object put(Object key, Object text) {
            assertNull(texts.put((String) key, (String) text), key + " is there twice");
            return null;
        }
    }

    /** Templates say {@code t.key}, code says {@code t.of("key")}; a key that is made of parts is left out. */
    @Test
    void pagesSayWhatThereIsAndAllOfIt() {
        var said = occurrences(TEMPLATES, ".html", Pattern.compile("\\bt\\.([a-z][a-z-]+)"));
        said.addAll(occurrences(SOURCES, ".java", Pattern.compile("\\bt\\.of\\(\\s*\"([a-z-]+[a-z])\"")));
        var known = read("texts/pages", "en").keySet();
        assertTrue(said.size() > 15, "texts were found");
        assertEquals(Set.of(), without(said, known));
        var unused = without(known, said);
        unused.removeIf(key -> key.matches(MADE_OF_PARTS));
        assertEquals(Set.of(), unused);
    }

    private static Set<String> without(Set<String> used, Set<String> known) {
        var unknown = new TreeSet<>(used);
        unknown.removeAll(known);
        return unknown;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> occurrences(Pattern pattern) {
        return occurrences(SOURCES, ".java", pattern);
    }

    private static Set<String> occurrences(Path directory, String ending, Pattern pattern) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(source(file)).results())
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(String bundle, String language) {
        var name = "/" + bundle + "_" + language + ".properties";
        try (var in = new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            var texts = new TreeMap<String, String>();
            new EachKeyOnce(texts).load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
