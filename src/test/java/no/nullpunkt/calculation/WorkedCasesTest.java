package no.nullpunkt.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Portfolios worked out by hand; each figure named in a case must come out equal to 4 decimals. */
class WorkedCasesTest {
    /** Stands in the files for what has no technology or plan heading. */
    private static final String NONE = "(none)";

    @TestFactory
    Stream<DynamicNode> ownCases() throws IOException, URISyntaxException {
        return cases(Path.of(getClass().getResource("/cases").toURI()));
    }

    /** Cases kept outside the project, when there are any: {@code -Dnullpunkt.cases=directory}. */
    @TestFactory
    Stream<DynamicNode> otherCases() throws IOException {
        Path directory = Path.of(System.getProperty("nullpunkt.cases", "../shared/cases"));
        return Files.isDirectory(directory) ? cases(directory) : Stream.empty();
    }

    private static Stream<DynamicNode> cases(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(CaseFile::read)
                    .map(WorkedCasesTest::container);
        }
    }

    private static DynamicContainer container(CaseFile file) {
        Rollup rollup = file.rollup();
        return dynamicContainer(
                file.file().getFileName().toString(),
                file.expected().properties().stream().flatMap(part -> switch (part.getKey()) {
                    case "indicators" -> groups(part, rollup.byIndicator(), CaseFile::id);
                    case "benefits" -> groups(part, rollup.byBenefit(), CaseFile::id);
                    case "units" -> groups(part, rollup.byUnit(), CaseFile::id);
                    case "unitsAndBelow" -> groups(part, rollup.byUnit(file.parents()), CaseFile::id);
                    case "technologies" -> groups(part, rollup.byTechnology(), code -> NONE.equals(code) ? null : code);
                    case "months" -> groups(part, rollup.byMonth(), YearMonth::parse);
                    case "types" -> groups(part, rollup.byType(), BenefitType::valueOf);
                    case "planHeadings" -> groups(part, rollup.byPlanHeading(), WorkedCasesTest::planHeading);
                    case "total" -> Stream.of(dynamicTest("total", () -> checkTotal(part.getValue(), rollup.total())));
                    default -> throw new IllegalArgumentException("Unknown part " + part.getKey());
                }));
    }

    private static PlanHeading planHeading(String name) {
        return NONE.equals(name) ? null : PlanHeading.valueOf(name);
    }

    private static <K> Stream<DynamicTest> groups(
            Map.Entry<String, JsonNode> part, List<Group<K>> groups, Function<String, K> keyOf) {
        return part.getValue().properties().stream()
                .map(entry -> dynamicTest(part.getKey() + " " + entry.getKey(), () -> {
                    K key = keyOf.apply(entry.getKey());
                    Figures figures = groups.stream()
                            .filter(group -> Objects.equals(group.key(), key))
                            .map(Group::figures)
                            .findAny()
                            .orElse(null);
                    assertNotNull(figures, "There is no group " + entry.getKey());
                    check(entry.getValue(), byName(figures));
                }));
    }

    private static void checkTotal(JsonNode expected, Total total) {
        Map<String, Object> figures = byName(total.figures());
        figures.put("fte", total.fte());
        figures.put("nokByPlanHeading", total.nokByPlanHeading());
        check(expected, figures);
    }

    private static void check(JsonNode expected, Map<String, Object> figures) {
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            String name = each.getKey();
            assertEquals(true, figures.containsKey(name), "There is no figure " + name);
            if (name.equals("nokByPlanHeading")) {
                Map<?, ?> nok = (Map<?, ?>) figures.get(name);
                assertEquals(each.getValue().size(), nok.size());
                each.getValue()
                        .properties()
                        .forEach(entry ->
                                checkFigure(entry.getKey(), entry.getValue(), nok.get(planHeading(entry.getKey()))));
            } else {
                checkFigure(name, each.getValue(), figures.get(name));
            }
        }
    }

    private static void checkFigure(String name, JsonNode expected, Object actual) {
        if (expected.isNull()) {
            assertNull(actual, name);
        } else if (expected.isNumber()) {
            assertNotNull(actual, name);
            BigDecimal figure = new BigDecimal(actual.toString());
            assertEquals(Rounding.printed(new BigDecimal(expected.asText())), Rounding.printed(figure), name);
        } else {
            assertEquals(expected.asText(), String.valueOf(actual), name);
        }
    }

    private static Map<String, Object> byName(Figures figures) {
        Map<String, Object> byName = new HashMap<>();
        for (var component : Figures.class.getRecordComponents()) {
            try {
                byName.put(component.getName(), component.getAccessor().invoke(figures));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return byName;
    }
}
