package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Rounding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The portfolios worked out by hand, entered by the API and read back as results, equal to 4 decimals. */
@QuarkusTest
public class WorkedCasesByApiTest {

    /** Stands in the files for what has no technology or plan heading. */
    private static final String NONE = "(none)";

    /** Ours, and those kept outside the project when there are any: {@code -Dnullpunkt.cases=directory}. */
    public static Stream<Path> cases() throws IOException, URISyntaxException {
        var own = files(Path.of(WorkedCasesByApiTest.class.getResource("/cases").toURI()));
        var others = Path.of(System.getProperty("nullpunkt.cases", "../shared/cases"));
        return Files.isDirectory(others) ? Stream.concat(own, files(others)) : own;
    }

    private static Stream<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutEqual(Path file) {
        var entered = EnteredCase.of(file);
        entered.json.get("expected").properties().forEach(part -> {
            switch (part.getKey()) {
                case "indicators" -> check(part, entered.results("indicator"), id(entered.indicators));
                case "benefits" -> check(part, entered.results("benefit"), id(entered.benefits));
                case "technologies" -> check(part, entered.results("technology"), entered.technologies::get);
                case "unitsAndBelow" -> check(part, entered.results("unit"), id(entered.units));
                case "units" -> {
                    if (!entered.json.has("parents")) {
                        check(part, entered.results("unit"), id(entered.units));
                    }
                }
                case "months" -> check(part, entered.results("month"), entered::month);
                case "types" -> check(part, entered.results("type"), Function.identity());
                case "planHeadings" -> check(part, entered.results("planHeading"), Function.identity());
                case "total" ->
                    checkFigures(
                            "total", part.getValue(), entered.results("benefit").get("total"));
                default -> throw new IllegalArgumentException("Unknown part " + part.getKey());
            }
        });
    }

    private static Function<String, String> id(Map<String, ?> ids) {
        return key -> String.valueOf(ids.get(key));
    }

    private static void check(Map.Entry<String, JsonNode> part, JsonNode results, Function<String, String> keyOf) {
        part.getValue().properties().forEach(group -> {
            var key = NONE.equals(group.getKey()) ? null : keyOf.apply(group.getKey());
            var item = Stream.iterate(0, i -> i < results.get("items").size(), i -> i + 1)
                    .map(results.get("items")::get)
                    .filter(each -> key == null
                            ? each.get("key").isNull()
                            : each.get("key").asText().equals(key))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("There is no group " + group.getKey() + " in " + results));
            checkFigures(part.getKey() + " " + group.getKey(), group.getValue(), item);
        });
    }

    private static void checkFigures(String group, JsonNode expected, JsonNode actual) {
        expected.properties().forEach(figure -> {
            var name = figure.getKey();
            if (name.equals("nokByPlanHeading")) {
                figure.getValue()
                        .properties()
                        .forEach(heading -> checkFigure(
                                group + " " + heading.getKey(),
                                heading.getValue(),
                                actual.get(name)
                                        .get(NONE.equals(heading.getKey()) ? Results.NO_HEADING : heading.getKey())));
            } else if (actual.has(name) || !name.equals("ownBudgetNok")) {
                checkFigure(group + " " + name, figure.getValue(), actual.get(name));
            }
        });
    }

    private static void checkFigure(String what, JsonNode expected, JsonNode actual) {
        assertTrue(actual != null, "There is no " + what);
        if (expected.isNumber()) {
            assertTrue(actual.isNumber(), what + " is " + actual);
            assertEquals(printed(expected), printed(actual), what);
        } else {
            assertEquals(expected, actual, what);
        }
    }

    private static BigDecimal printed(JsonNode number) {
        return Rounding.printed(new BigDecimal(number.asText()));
    }
}
