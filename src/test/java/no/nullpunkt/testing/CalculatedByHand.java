package no.nullpunkt.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;

/**
 * A municipality from January to April 2026 whose figures can be reckoned by hand: two technologies that share a
 * benefit, kroner under two plan headings, a quality that got better, and a count too small to be shown.
 *
 * <p>Call-outs, 0.75 hours each, 500 kroner an hour, own budget, 0.6 digital supervision and 0.4 dispensers. North:
 * null-point 60, target 30, measured 50, 40, 30 and missing in April: gain 60. South: null-point 40, target 20,
 * measured 40, 30, 20 and not measured in April: gain 30. So 90 · 0.75 = 67.5 hours of (4 · 30 + 4 · 20) · 0.75 = 150
 * planned, 33,750 kroner of time. Booked in the north: 10 hours off the budget and 12 for more users.
 *
 * <p>Admissions, 1,000 kroner each, own budget, dispensers: null-point 5, target 3, measured 4, 4, 3, 1: 8,000 kroner of
 * 8,000 planned. Booked: 2,000. Days at the hospital, 10,000 kroner each, other public money, digital supervision: 10,000
 * kroner. Safety: 60 before, target 75, measured 62, 66, 76, 78.
 */
public final class CalculatedByHand {

    public static final String PERIOD = "from=2026-01&to=2026-04";
    public static final String SUPERVISION = "digital-supervision-home";
    public static final String DISPENSER = "medicine-dispenser";

    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03", "2026-04");

    public final Municipality municipality = Municipality.create();
    public final UUID service;
    public final UUID north;
    public final UUID south;
    public final UUID callOuts;
    public final UUID admissions;
    public final UUID hospital;
    public final UUID safety;
    public final UUID callOutsIndicator;
    public final UUID safetyIndicator;
    public final UUID usersIndicator;
    private final UUID rollout;

    public CalculatedByHand() {
        service = unit("Hjemmetjenesten", null);
        north = unit("Nord", service);
        south = unit("Sør", service);
        parameter("hours-per-fte", 1750);
        parameter("hourly-cost", 500);
        rollout = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                Bodies.with(Bodies.rollout(north, south), "technologies", List.of(SUPERVISION, DISPENSER)));
        callOuts =
                benefit("Færre utrykninger", "TIME_SAVED", "OWN_BUDGET", Map.of(SUPERVISION, "0.6", DISPENSER, "0.4"));
        admissions = benefit("Færre innleggelser", "AVOIDED_COST", "OWN_BUDGET", Map.of(DISPENSER, "1"));
        hospital = benefit("Færre sykehusdøgn", "AVOIDED_COST", "OTHER_PUBLIC", Map.of(SUPERVISION, "1"));
        safety = benefit("Tryggere brukere", "QUALITY", "NON_PRICED", Map.of(SUPERVISION, "1"));

        var body = Bodies.with(Bodies.indicator(north, south), "measureFrom", "2026-01");
        callOutsIndicator = create(callOuts, body);
        measured(callOutsIndicator, north, "60", "30", "50", "40", "30");
        measured(callOutsIndicator, south, "40", "20", "40", "30", "20");
        put(callOutsIndicator, south, "/values/2026-04", Map.of("status", "NOT_MEASURED", "reason", "Loggen var nede"));
        indicator(
                admissions,
                "Innleggelser",
                "AVOIDED_COST",
                Bodies.valuation("NOK", "1000"),
                "5",
                "3",
                "4",
                "4",
                "3",
                "1");
        indicator(
                hospital,
                "Sykehusdøgn",
                "AVOIDED_COST",
                Bodies.valuation("NOK", "10000"),
                "2",
                null,
                "1",
                "2",
                "2",
                "2");
        safetyIndicator = create(safety, Bodies.with(level("Trygghet", "poeng", "QUALITY", north), "tolerance", 2));
        measured(safetyIndicator, north, "60", "75", "62", "66", "76", "78");
        usersIndicator = create(
                safety, Bodies.with(level("Brukere av tilsyn", "personer", "DRIVER", north), "countsPersons", true));
        measured(usersIndicator, north, "1", null, "2", "3", "3", "3");

        book("2026-02", "10", "BUDGET_REDUCED");
        book("2026-03", "12", "MORE_USERS");
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + admissions + "/dispositions",
                Map.of("month", "2026-03", "nok", 2000, "category", "BUDGET_REDUCED"));
        routine("Kveldsrunden", "2026-03-15");
        routine("Morgenrunden", null);
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + callOuts + "/deviations",
                Map.of("cause", "ROUTINE_NOT_ENDED", "explanation", "Morgenrunden går fortsatt."));
    }

    private UUID unit(String name, UUID parent) {
        return municipality.create(
                Role.ADMINISTRATOR,
                "/units",
                parent == null ? Map.of("name", name) : Map.of("name", name, "parentId", parent));
    }

    private void parameter(String name, int value) {
        municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("value", value))
                .put("/parameters/" + name + "/2026-01")
                .then()
                .statusCode(201);
    }

    /** Safety has no owner. */
    private UUID benefit(String title, String type, String heading, Map<String, String> shares) {
        var body = new LinkedHashMap<>(
                Bodies.benefit(municipality.person(Role.BENEFIT_OWNER), municipality.person(Role.LEADER)));
        body.put("title", title);
        body.put("type", type);
        body.put("planHeading", heading);
        body.put(
                "technologies",
                shares.entrySet().stream()
                        .map(share -> Map.of("code", share.getKey(), "share", new BigDecimal(share.getValue())))
                        .toList());
        if (type.equals("QUALITY")) {
            body.remove("ownerId");
        }
        return municipality.create(Role.PROJECT_LEADER, "/rollouts/" + rollout + "/benefits", body);
    }

    private void indicator(
            UUID benefit,
            String name,
            String role,
            Object valuation,
            String baseline,
            String target,
            String... values) {
        var body = Bodies.with(Bodies.with(Bodies.indicator(south), "name", name), "role", role);
        var indicator = create(benefit, Bodies.with(body, "valuation", valuation));
        measured(indicator, south, baseline, target, values);
    }

    private static Map<String, Object> level(String name, String unit, String role, UUID unitId) {
        var body = Bodies.with(Bodies.with(Bodies.indicator(unitId), "name", name), "unit", unit);
        body = Bodies.with(Bodies.with(body, "role", role), "direction", "HIGHER_IS_BETTER");
        return Bodies.with(Bodies.with(body, "aggregation", "LATEST"), "valuation", null);
    }

    private UUID create(UUID benefit, Map<String, Object> body) {
        return municipality.create(Role.PROJECT_LEADER, "/benefits/" + benefit + "/indicators", body);
    }

    private void measured(UUID indicator, UUID unit, String baseline, String target, String... values) {
        put(indicator, unit, "/baseline", Bodies.baseline(baseline));
        if (target != null) {
            put(indicator, unit, "/targets", Bodies.targets("2026-01", target));
        }
        for (var i = 0; i < values.length; i++) {
            put(indicator, unit, "/values/" + MONTHS.get(i), Bodies.measured(values[i]));
        }
    }

    private void put(UUID indicator, UUID unit, String below, Object body) {
        var status = municipality
                .as(Role.PROJECT_LEADER)
                .body(body)
                .put("/indicators/" + indicator + "/units/" + unit + below)
                .statusCode();
        if (status != 200 && status != 201) {
            throw new AssertionError(below + " answered " + status);
        }
    }

    private void book(String month, String hours, String category) {
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + callOuts + "/dispositions",
                Map.of("unitId", north, "month", month, "hours", new BigDecimal(hours), "category", category));
    }

    private void routine(String description, String done) {
        var body = Map.<String, Object>of("kind", "STOP", "description", description, "due", "2026-03-31");
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + callOuts + "/actions",
                done == null ? body : Bodies.with(body, "done", done));
    }
}
