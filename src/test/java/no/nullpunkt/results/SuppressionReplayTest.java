package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.nullpunkt.access.Role;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link SuppressionAttackTest} attacks in memory is what the service answers, as of every instant. */
@QuarkusTest
class SuppressionReplayTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private static final List<YearMonth> MONTHS = SuppressionAttackTest.MONTHS;

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void theServiceTellsWhatTheModelTells(Aggregation aggregation) {
        var history = closed(aggregation);
        var counted = CountedUnits.of("ABC", Map.of("aggregation", aggregation.name()));
        var instants = history.events().stream()
                .map(event -> entered(event, counted, history.events().indexOf(event)))
                .toList();

        for (var i = 0; i < instants.size(); i++) {
            if (history.unitsAt(history.instants().get(i)).size() >= 3) {
                assertSame(history, i, counted, instants.get(i), MONTHS.get(0), MONTHS.get(2));
                assertSame(history, i, counted, instants.get(i), MONTHS.get(1), MONTHS.get(1));
            }
        }
    }

    /** A history where the reader may enter nothing and there are no targets, which the service would be told apart. */
    private static CountedHistory closed(Aggregation aggregation) {
        return SuppressionAttackTest.history(aggregation, new Random(7), false);
    }

    /** Enters it, and answers the instant after. */
    private static String entered(CountedHistory.Event event, CountedUnits counted, int number) {
        var reason = "event " + number;
        if (event.month() == null && event.measure() == null) {
            if (!counted.units.containsKey(event.unit())) {
                counted.add(event.unit());
            }
        } else if (event.month() == null) {
            var body = body(event.measure());
            body.putAll(Map.of("from", "2024-10", "to", "2024-12", "method", reason, "quality", "MEASURED"));
            body.put("reason", reason);
            counted.put(counted.series(event.unit(), "/baseline"), body);
        } else if (event.without() == CountedHistory.Without.WITHDRAWN) {
            counted.withdraw(event.unit(), event.month().toString());
        } else {
            var body = event.measure() == null ? new HashMap<String, Object>() : body(event.measure());
            body.put("status", event.measure() == null ? event.without().name() : "MEASURED");
            body.put("reason", reason);
            counted.put(counted.series(event.unit(), "/values/" + event.month()), body);
        }
        return counted.results(Role.LEADER, "unit").get("asOf").asText();
    }

    private static Map<String, Object> body(Measure measure) {
        var body = new HashMap<String, Object>();
        put(body, "value", measure.value());
        put(body, "weight", measure.weight());
        put(body, "numerator", measure.numerator());
        put(body, "denominator", measure.denominator());
        return body;
    }

    private static void put(Map<String, Object> body, String field, BigDecimal number) {
        if (number != null) {
            body.put(field, number);
        }
    }

    private static void assertSame(
            CountedHistory history, int event, CountedUnits counted, String asOf, YearMonth from, YearMonth to) {
        var instant = history.instants().get(event);
        var results = counted.results(Role.LEADER, "unit", "asOf", asOf, "from", from.toString(), "to", to.toString());
        var units = history.unitsAt(instant);
        var told = new ArrayList<List<Object>>();
        told.add(told(results.get("total")));
        results.get("items").forEach(item -> told.add(told(item)));
        var expected = new ArrayList<List<Object>>();
        expected.add(expected(history, event, units, from, to));
        expected.add(expected(history, event, units, from, to));
        units.forEach(unit -> expected.add(expected(history, event, List.of(unit), from, to)));
        assertEquals(
                expected,
                told,
                () -> "after event " + event + ", " + history.events().get(event));
    }

    private static List<Object> expected(
            CountedHistory history, int event, List<String> units, YearMonth from, YearMonth to) {
        var instant = history.instants().get(event);
        Figures figures = history.portfolio(units, instant)
                .over(new Period(from, to), NOW)
                .seenWith(history.suppression(instant))
                .total()
                .figures();
        return List.of(
                figures.suppressed(),
                shown(figures.level()),
                shown(figures.baselineLevel()),
                shown(figures.gain()),
                figures.measured());
    }

    private static List<Object> told(JsonNode line) {
        return List.of(
                line.get("suppressed").asBoolean(),
                number(line, "level"),
                number(line, "baselineLevel"),
                number(line, "gain"),
                line.get("measured").asInt());
    }

    private static Object number(JsonNode line, String figure) {
        return shown(line.get(figure).isNull() ? null : line.get(figure).decimalValue());
    }

    private static Object shown(BigDecimal number) {
        return number == null ? "nothing" : number.setScale(6, RoundingMode.HALF_UP);
    }
}
