package no.nullpunkt.entry;

import static org.hamcrest.Matchers.lessThan;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;

/** A municipality whose benefit owner has five values to enter each month, of two technologies, with a year behind. */
final class OwnedValues {

    final Municipality municipality = Municipality.create();
    final YearMonth month;
    final UUID unit;
    final UUID benefit;
    final Map<String, UUID> indicators = new LinkedHashMap<>();

    OwnedValues(Clock clock) {
        month = YearMonth.now(clock).minusMonths(1);
        unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
        benefit = benefit("digital-supervision-home", "Færre utrykninger om natten");
        add(benefit, "Utrykninger etter varsel", "utrykninger per måned", "SUM", "61", 60);
        add(benefit, "Planlagte tilsyn", "tilsyn per måned", "SUM", "1400", 1100);
        ratio(benefit);
        var dispensers = benefit("medicine-dispenser", "Færre medisinbesøk");
        add(dispensers, "Medisinbesøk", "besøk per måned", "SUM", "900", 560);
        add(dispensers, "Feilmedisinering", "avvik per måned", "SUM", "6", 2);
    }

    private UUID benefit(String technology, String title) {
        var rollout = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                Map.of(
                        "name",
                        title,
                        "technologies",
                        List.of(technology),
                        "unitIds",
                        List.of(unit),
                        "goLive",
                        month.minusYears(1).toString()));
        return municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout + "/benefits",
                Bodies.with(
                        Bodies.benefit(municipality.person(Role.BENEFIT_OWNER), municipality.person(Role.LEADER)),
                        "title",
                        title));
    }

    private void add(UUID of, String name, String measuredIn, String aggregation, String baseline, int last) {
        var body = Bodies.with(Bodies.indicator(unit), "name", name);
        body = Bodies.with(Bodies.with(body, "unit", measuredIn), "aggregation", aggregation);
        var indicator = create(of, name, body, Bodies.baseline(baseline));
        // The same month last year, and enough before this one to know how the series spreads.
        for (var ago : List.of(12, 6, 5, 4, 3, 2, 1)) {
            put(
                    "/indicators/" + indicator + "/units/" + unit + "/values/" + month.minusMonths(ago),
                    Bodies.measured(String.valueOf(last + ago % 5)));
        }
    }

    private void ratio(UUID of) {
        var body = Bodies.with(Bodies.indicator(unit), "name", "Våkne netter");
        body = Bodies.with(Bodies.with(body, "aggregation", "RATIO"), "unit", "prosent av nettene");
        body = Bodies.with(Bodies.with(body, "numerator", "Netter med uro"), "denominator", "Netter i alt");
        body = Bodies.with(Bodies.with(body, "factor", 100), "role", "QUALITY");
        var baseline = Bodies.with(Bodies.baseline("1"), "value", null);
        baseline = Bodies.with(Bodies.with(baseline, "numerator", 200), "denominator", 620);
        create(of, "Våkne netter", Bodies.with(body, "valuation", null), baseline);
    }

    private UUID create(UUID of, String name, Map<String, Object> body, Map<String, Object> baseline) {
        var indicator = municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + of + "/indicators",
                Bodies.with(body, "measureFrom", month.minusYears(1).toString()));
        indicators.put(name, indicator);
        var reasoned = Bodies.with(baseline, "reason", "Målt i ettertid");
        put("/indicators/" + indicator + "/units/" + unit + "/baseline", reasoned);
        put(
                "/indicators/" + indicator + "/units/" + unit + "/targets",
                Bodies.targets(month.minusYears(1).toString(), "40"));
        return indicator;
    }

    private void put(String path, Object body) {
        municipality.as(Role.PROJECT_LEADER).body(body).put(path).then().statusCode(lessThan(300));
    }

    String value(String name) {
        return "/indicators/" + indicators.get(name) + "/units/" + unit + "/values/" + month;
    }
}
