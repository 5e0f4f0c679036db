package no.nullpunkt.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.GroupBy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed since the report that is superseded: the figures, as that one told them, and what they are made of.
 *
 * @param benefits every benefit before and after
 * @param figures every figure that is another now
 * @param inputs every change of what the figures are made of, in the order they were made
 */
@Schema(name = "ReportChanges")
record Differences(
        UUID sinceReportId,
        @Schema(examples = "1/2026") String sinceNumber,
        Instant since,
        Pair total,
        List<Pair> benefits,
        List<Figure> figures,
        List<Input> inputs) {

    /**
     * The large figures before and after.
     *
     * @param id of the benefit; null for the total
     * @param before null for what is new, as after is for what is gone
     */
    @Schema(name = "ReportedBeforeAndAfter")
    record Pair(
            @Schema(nullable = true) UUID id,
            @Schema(nullable = true) String title,
            @Schema(nullable = true) Amounts before,
            @Schema(nullable = true) Amounts after) {}

    /** The large figures of a benefit or of everything. */
    @Schema(name = "ReportedAmounts")
    record Amounts(
            @Schema(examples = "45.66") BigDecimal plannedHours,
            @Schema(examples = "22.41") BigDecimal hours,
            @Schema(nullable = true, examples = "20") BigDecimal takenOutHours,
            @Schema(examples = "0") BigDecimal plannedNok,
            @Schema(examples = "0") BigDecimal nok,
            @Schema(nullable = true, examples = "0") BigDecimal takenOutNok,
            @Schema(nullable = true, examples = "BEHIND") Status status) {

        private static Amounts of(JsonNode item) {
            return item == null
                    ? null
                    : new Amounts(
                            number(item, "plannedHours"),
                            number(item, "hours"),
                            number(item, "takenOutHours"),
                            number(item, "plannedNok"),
                            number(item, "nok"),
                            number(item, "takenOutNok"),
                            item.path("status").isTextual()
                                    ? Status.valueOf(item.get("status").textValue())
                                    : null);
        }

        private static BigDecimal number(JsonNode item, String name) {
            return item.path(name).isNumber() ? item.get(name).decimalValue() : null;
        }
    }

    /**
     * A figure that is another now.
     *
     * @param groupBy how it is gathered, as in the results
     * @param key of its group; null for the total and for what has no key
     * @param figure its name in the results
     * @param before as text; null where there was none, as in after
     */
    @Schema(name = "ReportedFigureChange")
    record Figure(
            @Schema(examples = "benefit") String groupBy,
            @Schema(nullable = true) String key,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String name,

            @Schema(examples = "hours") String figure,
            @Schema(nullable = true, examples = "22.41") String before,
            @Schema(nullable = true, examples = "24.66") String after) {}

    /**
     * A change of what figures are made of.
     *
     * @param month that it is of, or holds from
     * @param field what of it was changed
     * @param before as text; null where there was nothing, as in after
     * @param reason why, as whoever changed it wrote
     * @param suppressed whether before and after are hidden, for they would give a small count away
     */
    @Schema(name = "ReportedInputChange")
    record Input(
            Kind kind,
            @Schema(nullable = true) UUID benefitId,
            @Schema(nullable = true) String benefit,
            @Schema(nullable = true) UUID indicatorId,
            @Schema(nullable = true) String indicator,
            @Schema(nullable = true) UUID unitId,
            @Schema(nullable = true) String unit,
            @Schema(nullable = true) YearMonth month,
            @Schema(examples = "value") String field,
            @Schema(nullable = true, examples = "61") String before,
            @Schema(nullable = true, examples = "58") String after,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String by,

            Instant at,

            @Schema(nullable = true, examples = "Rettet i responssenterets logg")
            String reason,

            @Schema(examples = "false") boolean suppressed) {

        Input hidden() {
            return new Input(
                    kind,
                    benefitId,
                    benefit,
                    indicatorId,
                    indicator,
                    unitId,
                    unit,
                    month,
                    field,
                    null,
                    null,
                    by,
                    at,
                    reason,
                    true);
        }
    }

    /** What can change, that which is made of the others first. */
    @Schema(name = "ReportedInputKind")
    enum Kind {
        UNIT,
        PARAMETER,
        BENEFIT,
        SHARE,
        INDICATOR,
        AMOUNT,
        BASELINE,
        TARGET,
        VALUE,
        DISPOSITION
    }

    /** What a group is known by, in its place among the figures. */
    private static final Set<String> NAMES = Set.of("key", "name", "parentKey");

    /**
     * Compares.
     *
     * @param superseded the report that is superseded
     * @param before its results, by how they are gathered, as its JSON has them
     * @param after the same of the new one
     */
    static Differences of(Report superseded, JsonNode before, JsonNode after, List<Input> inputs) {
        var benefit = GroupBy.BENEFIT.parameter();
        var pairs = new ArrayList<Pair>();
        pair(items(before.get(benefit)), items(after.get(benefit)))
                .forEach((key, pair) -> pairs.add(
                        new Pair(UUID.fromString(key), name(pair), Amounts.of(pair.get(0)), Amounts.of(pair.get(1)))));
        return new Differences(
                superseded.id,
                superseded.number(),
                superseded.asOf,
                new Pair(
                        null,
                        null,
                        Amounts.of(before.get(benefit).get("total")),
                        Amounts.of(after.get(benefit).get("total"))),
                pairs,
                figures(before, after),
                inputs);
    }

    private static List<Figure> figures(JsonNode before, JsonNode after) {
        var figures = new ArrayList<Figure>();
        var benefit = GroupBy.BENEFIT.parameter();
        compare(
                "total",
                null,
                null,
                before.get(benefit).get("total"),
                after.get(benefit).get("total"),
                figures);
        after.fieldNames()
                .forEachRemaining(groupBy -> pair(items(before.get(groupBy)), items(after.get(groupBy)))
                        .forEach((key, pair) -> compare(groupBy, key, name(pair), pair.get(0), pair.get(1), figures)));
        return figures;
    }

    private static void compare(
            String groupBy, String key, String name, JsonNode before, JsonNode after, List<Figure> figures) {
        var old = flat(before);
        var now = flat(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        for (var figure : names) {
            if (!Objects.equals(old.get(figure), now.get(figure))) {
                figures.add(new Figure(groupBy, key, name, figure, old.get(figure), now.get(figure)));
            }
        }
    }

    /** The items of results by their key, empty text where they have none. */
    private static Map<String, JsonNode> items(JsonNode results) {
        var items = new LinkedHashMap<String, JsonNode>();
        results.get("items").forEach(item -> items.put(item.get("key").asText(), item));
        return items;
    }

    /** Before and after by key; what is gone comes last. */
    private static Map<String, List<JsonNode>> pair(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        var pairs = new LinkedHashMap<String, List<JsonNode>>();
        keys.forEach(key -> pairs.put(key, Arrays.asList(before.get(key), after.get(key))));
        return pairs;
    }

    private static String name(List<JsonNode> pair) {
        return (pair.get(1) == null ? pair.get(0) : pair.get(1)).get("name").asText();
    }

    /** The figures of an item by name, those of an object within it after a point. */
    private static Map<String, String> flat(JsonNode item) {
        var figures = new LinkedHashMap<String, String>();
        if (item != null) {
            item.fields().forEachRemaining(field -> {
                if (field.getValue().isObject()) {
                    flat(field.getValue()).forEach((name, figure) -> figures.put(field.getKey() + "." + name, figure));
                } else if (!NAMES.contains(field.getKey())) {
                    figures.put(field.getKey(), text(field.getValue()));
                }
            });
        }
        return figures;
    }

    private static String text(JsonNode figure) {
        if (figure.isNull()) {
            return null;
        }
        return figure.isNumber() ? figure.decimalValue().toPlainString() : figure.asText();
    }
}
