package no.nullpunkt.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A worked case: a portfolio as JSON, with the figures that must come out. */
record CaseFile(Path file, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static CaseFile read(Path file) {
        try {
            return new CaseFile(file, MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode expected() {
        return json.get("expected");
    }

    Period period() {
        JsonNode period = json.get("period");
        return new Period(month(period.get("from")), month(period.get("to")));
    }

    Rollup rollup() {
        YearMonth now = json.has("now") ? month(json.get("now")) : period().to().plusMonths(1);
        return new Portfolio(list("benefits", json).map(CaseFile::benefit).toList(), parameters()).over(period(), now);
    }

    Map<UUID, UUID> parents() {
        Map<UUID, UUID> parents = new HashMap<>();
        json.path("parents")
                .properties()
                .forEach(entry ->
                        parents.put(id(entry.getKey()), id(entry.getValue().asText())));
        return parents;
    }

    private Parameters parameters() {
        Dated hoursPerFte =
                json.has("hoursPerFte") ? Dated.from(YearMonth.of(1, 1), number(json.get("hoursPerFte"))) : Dated.NEVER;
        return new Parameters(hoursPerFte, dated(json, "hourlyCost", "amount"));
    }

    private static Benefit benefit(JsonNode json) {
        Map<String, BigDecimal> technologies = new LinkedHashMap<>();
        list("technologies", json)
                .forEach(each -> technologies.put(each.get("code").asText(), number(each.get("share"))));
        return new Benefit(
                id(json.get("key").asText()),
                BenefitType.valueOf(json.get("type").asText()),
                json.has("planHeading")
                        ? PlanHeading.valueOf(json.get("planHeading").asText())
                        : null,
                number(json, "attributionShare", "1"),
                technologies,
                list("indicators", json).map(CaseFile::indicator).toList());
    }

    private static Indicator indicator(JsonNode json) {
        JsonNode valuation = json.path("valuation");
        return new Indicator(
                id(json.get("key").asText()),
                IndicatorRole.valueOf(json.path("role").asText("QUALITY")),
                Direction.valueOf(json.get("direction").asText()),
                Aggregation.valueOf(json.get("aggregation").asText()),
                number(json, "factor", "1"),
                json.path("frequencyMonths").asInt(1),
                month(json.get("measureFrom")),
                json.hasNonNull("measureTo") ? month(json.get("measureTo")) : null,
                number(json, "tolerance", "0"),
                new Valuation(
                        ValuationKind.valueOf(valuation.path("kind").asText("NONE")),
                        dated(valuation, "perUnit", "amount")),
                list("units", json).map(CaseFile::series).toList());
    }

    private static Series series(JsonNode json) {
        TreeMap<YearMonth, Value> values = new TreeMap<>();
        json.get("values")
                .properties()
                .forEach(entry -> values.put(YearMonth.parse(entry.getKey()), value(entry.getValue())));
        return new Series(
                id(json.get("unit").asText()),
                json.hasNonNull("baseline") ? measure(json.get("baseline")) : null,
                dated(json, "targets", "value"),
                values);
    }

    private static Value value(JsonNode json) {
        ValueStatus status = ValueStatus.valueOf(json.get("status").asText());
        return new Value(status, status == ValueStatus.MEASURED ? measure(json) : null);
    }

    private static Measure measure(JsonNode json) {
        return new Measure(
                number(json, "value", null),
                number(json, "weight", null),
                number(json, "numerator", null),
                number(json, "denominator", null));
    }

    private static Dated dated(JsonNode json, String name, String number) {
        Map<YearMonth, BigDecimal> byMonth = new HashMap<>();
        list(name, json).forEach(each -> byMonth.put(month(each.get("from")), number(each.get(number))));
        return Dated.of(byMonth);
    }

    private static Stream<JsonNode> list(String name, JsonNode json) {
        List<JsonNode> items = new ArrayList<>();
        json.path(name).forEach(items::add);
        return items.stream();
    }

    private static YearMonth month(JsonNode json) {
        return YearMonth.parse(json.asText());
    }

    private static BigDecimal number(JsonNode json, String name, String otherwise) {
        if (json.hasNonNull(name)) {
            return number(json.get(name));
        }
        return otherwise == null ? null : new BigDecimal(otherwise);
    }

    private static BigDecimal number(JsonNode json) {
        return new BigDecimal(json.asText());
    }
}
