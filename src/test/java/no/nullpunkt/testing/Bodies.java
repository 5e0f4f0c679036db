package no.nullpunkt.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Request bodies that are right, to be sent as they are or made wrong in one place with {@link #with}. */
public final class Bodies {

    private Bodies() {}

    public static Map<String, Object> rollout(UUID... unitIds) {
        return Map.of(
                "name",
                "Digitalt tilsyn",
                "technologies",
                List.of("digital-supervision-home"),
                "unitIds",
                List.of(unitIds),
                "goLive",
                "2026-01");
    }

    /** A benefit that has what the step PLANNED asks for. */
    public static Map<String, Object> benefit(UUID ownerId, UUID overallOwnerId) {
        return Map.of(
                "title",
                "Færre utrykninger",
                "type",
                "TIME_SAVED",
                "planHeading",
                "ALTERNATIVE_USE",
                "beneficiaries",
                List.of("brukere", "ansatte"),
                "ownerId",
                ownerId,
                "overallOwnerId",
                overallOwnerId);
    }

    /** A monthly flow where less is better, each worth 0.75 hours. */
    public static Map<String, Object> indicator(UUID... unitIds) {
        var indicator = new LinkedHashMap<String, Object>();
        indicator.put("name", "Utrykninger etter varsel");
        indicator.put("unit", "utrykninger per måned");
        indicator.put("role", "TIME_SAVED");
        indicator.put("direction", "LOWER_IS_BETTER");
        indicator.put("aggregation", "SUM");
        indicator.put("valuation", valuation("HOURS", "0.75"));
        indicator.put("unitIds", List.of(unitIds));
        return indicator;
    }

    public static Map<String, Object> valuation(String kind, String amount) {
        return Map.of("kind", kind, "perUnit", List.of(Map.of("from", "2026-01", "amount", new BigDecimal(amount))));
    }

    /** A null-point measured in time. */
    public static Map<String, Object> baseline(String value) {
        return Map.of(
                "value", new BigDecimal(value),
                "from", "2025-10",
                "to", "2025-12",
                "method", "Telling i logg",
                "quality", "MEASURED");
    }

    public static Map<String, Object> targets(String from, String value) {
        return Map.of("points", List.of(Map.of("from", from, "value", new BigDecimal(value))));
    }

    public static Map<String, Object> measured(String value) {
        return Map.of("status", "MEASURED", "value", new BigDecimal(value));
    }

    public static Map<String, Object> ratio(String numerator, String denominator) {
        return Map.of(
                "status", "MEASURED",
                "numerator", new BigDecimal(numerator),
                "denominator", new BigDecimal(denominator));
    }

    /** The body with one field set, or removed when the value is null. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }
}
