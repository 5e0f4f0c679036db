package no.nullpunkt.results;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Parameters;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.testing.Municipality;

/**
 * Edits of a municipality, drawn from a seed and sent through the API, and beside it what they should come to: plain
 * objects in memory, which know nothing of versions or of a database.
 */
final class Replay {

    static final YearMonth FIRST = YearMonth.of(2025, 1);
    static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int MONTHS = 22;

    private static final List<String> TECHNOLOGIES =
            List.of("gps-localisation", "digital-supervision-home", "medicine-dispenser", "video-visit");
    private static final List<List<String>> SHARES =
            List.of(List.of(), List.of("1"), List.of("0.7", "0.3"), List.of("0.3333", "0.3333", "0.3334"));
    private static final int MOST_BENEFITS = 12;
    private static final int MOST_UNITS = 12;

    /** What there is after an edit; nothing in it changes. */
    record State(Portfolio portfolio, Map<UUID, UUID> parents, List<Booking> bookings, Map<String, String> names) {}

    /** The instant of an edit, where the API tells it. */
    record Edit(String what, Instant changedAt) {}

    private record Likely(int below, Supplier<String> edit) {}

    private static final class Unit {
        UUID id;
        String name;
        UUID parent;
    }

    private static final class Measured {
        UUID unit;
        Measure entered;
        Measure approved;
        final TreeMap<YearMonth, BigDecimal> targets = new TreeMap<>();
        final TreeMap<YearMonth, Value> values = new TreeMap<>();
    }

    private static final class Counted {
        UUID id;
        String name;
        IndicatorRole role;
        Direction direction;
        Aggregation aggregation;
        BigDecimal factor;
        int frequency;
        BigDecimal tolerance;
        ValuationKind valuation;
        YearMonth measureFrom;
        final TreeMap<YearMonth, BigDecimal> amounts = new TreeMap<>();
        final List<Measured> series = new ArrayList<>();
    }

    private static final class Gain {
        UUID id;
        String title;
        BenefitType type;
        PlanHeading heading;
        BigDecimal attribution;
        Map<String, BigDecimal> technologies = Map.of();
        final List<Counted> indicators = new ArrayList<>();
    }

    private record Booked(UUID id, UUID benefit, UUID unit, YearMonth month, YearMonth until, BigDecimal hours) {}

    private final Municipality municipality;
    private final Random random;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The entity tag of what stands at each path. */
    private final Map<String, String> tags = new HashMap<>();

    private final Map<UUID, Unit> units = new LinkedHashMap<>();
    private final List<UUID> rollouts = new ArrayList<>();
    private final Map<UUID, Gain> benefits = new LinkedHashMap<>();
    private final List<Booked> booked = new ArrayList<>();
    private final TreeMap<YearMonth, BigDecimal> hoursPerFte = new TreeMap<>();
    private final TreeMap<YearMonth, BigDecimal> hourlyCost = new TreeMap<>();

    Replay(Municipality municipality, long seed) {
        this.municipality = municipality;
        this.random = new Random(seed);
        for (var i = 0; i < 4; i++) {
            addUnit();
        }
        for (var i = 0; i < 2; i++) {
            var body = Map.of(
                    "name",
                    "Innføring " + i,
                    "technologies",
                    TECHNOLOGIES,
                    "unitIds",
                    List.copyOf(units.keySet()),
                    "goLive",
                    "2025-01");
            rollouts.add(create(Role.PROJECT_LEADER, "/rollouts", "/rollouts/", body));
        }
        for (var i = 0; i < 3; i++) {
            addBenefit();
        }
    }

    /** One more edit, whatever the dice say. */
    Edit edit() {
        var die = random.nextInt(100);
        if (die < 60) {
            return value();
        }
        var edit = Stream.of(
                        new Likely(66, this::enterBaseline),
                        new Likely(70, this::approveBaseline),
                        new Likely(75, this::setTargets),
                        new Likely(79, this::changeIndicator),
                        new Likely(83, this::changeBenefit),
                        new Likely(84, this::abandon),
                        new Likely(85, this::addBenefit),
                        new Likely(87, this::moveGoLive),
                        new Likely(89, this::setParameter),
                        new Likely(93, this::moveUnit),
                        new Likely(99, this::bookOrWithdraw),
                        new Likely(100, this::addUnit))
                .filter(each -> die < each.below)
                .findFirst()
                .orElseThrow()
                .edit;
        return new Edit(edit.get(), null);
    }

    State state() {
        var names = new HashMap<String, String>();
        var parents = new HashMap<UUID, UUID>();
        units.values().forEach(unit -> {
            names.put(unit.id.toString(), unit.name);
            if (unit.parent != null) {
                parents.put(unit.id, unit.parent);
            }
        });
        benefits.values().forEach(benefit -> {
            names.put(benefit.id.toString(), benefit.title);
            benefit.indicators.forEach(indicator -> names.put(indicator.id.toString(), indicator.name));
        });
        return new State(
                new Portfolio(
                        benefits.values().stream().map(Replay::benefit).toList(),
                        new Parameters(Dated.of(hoursPerFte), Dated.of(hourlyCost))),
                Map.copyOf(parents),
                bookings(),
                Map.copyOf(names));
    }

    private static Benefit benefit(Gain benefit) {
        return new Benefit(
                benefit.id,
                benefit.type,
                benefit.heading,
                benefit.attribution,
                benefit.technologies,
                benefit.indicators.stream().map(Replay::indicator).toList());
    }

    private static Indicator indicator(Counted indicator) {
        return new Indicator(
                indicator.id,
                indicator.role,
                indicator.direction,
                indicator.aggregation,
                indicator.factor,
                indicator.frequency,
                indicator.measureFrom,
                null,
                indicator.tolerance,
                new Valuation(indicator.valuation, Dated.of(indicator.amounts)),
                indicator.series.stream()
                        .map(series -> new Series(
                                series.unit,
                                series.approved == null ? series.entered : series.approved,
                                Dated.of(series.targets),
                                series.values))
                        .toList());
    }

    private List<Booking> bookings() {
        var bookings = new ArrayList<Booking>();
        for (var each : booked) {
            for (var month = each.month; !month.isAfter(each.until); month = month.plusMonths(1)) {
                if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                    bookings.add(
                            new Booking(each.benefit, each.unit, month, "MORE_USERS", each.hours, BigDecimal.ZERO));
                }
            }
        }
        return List.copyOf(bookings);
    }

    /** Two points that the seed picks, entered in the one order or the other; another draw gives them other values. */
    void enterTwo(long seed, int draw, boolean otherWayRound) {
        var points = two(seed);
        var values = points.stream()
                .map(point -> measured(point.at().indicator, new Random(seed + draw + point.hashCodeOfMonth())))
                .toList();
        for (var i : otherWayRound ? List.of(1, 0) : List.of(0, 1)) {
            enter(points.get(i).at(), points.get(i).month(), values.get(i));
        }
    }

    void withdrawTwo(long seed) {
        two(seed).forEach(point -> withdraw(point.at(), point.month()));
    }

    private List<Point> two(long seed) {
        var dice = new Random(seed);
        var all = allSeries();
        return List.of(0, 1).stream()
                .map(i -> {
                    var at = all.get(dice.nextInt(all.size()));
                    return new Point(at, cycleEnd(at.indicator, LAST).minusMonths((long) i * at.indicator.frequency));
                })
                .toList();
    }

    private record Point(At at, YearMonth month) {
        int hashCodeOfMonth() {
            return month.getMonthValue();
        }
    }

    JsonNode results(String groupBy, Instant asOf) {
        var path = "/results?from=" + FIRST + "&to=" + LAST + "&groupBy=" + groupBy
                + (asOf == null ? "" : "&asOf=" + URLEncoder.encode(asOf.toString(), StandardCharsets.UTF_8));
        return json(must(send(Role.LEADER, "GET", path, null), 200));
    }

    /** All points of the period, page by page. */
    List<JsonNode> points(Instant asOf) {
        var points = new ArrayList<JsonNode>();
        var next = "";
        do {
            var path = "/results/points?limit=200&from=" + FIRST + "&to=" + LAST
                    + (next.isEmpty() ? "&asOf=" + asOf : "&cursor=" + next);
            var page = json(must(send(Role.LEADER, "GET", path, null), 200));
            page.get("items").forEach(points::add);
            next = page.path("next").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return points;
    }

    JsonMapper mapper() {
        return mapper;
    }

    // What may be measured

    private record At(Counted indicator, Measured series) {
        String path() {
            return "/indicators/" + indicator.id + "/units/" + series.unit;
        }

        String path(YearMonth month) {
            return path() + "/values/" + month;
        }
    }

    private List<At> allSeries() {
        return benefits.values().stream()
                .flatMap(benefit -> benefit.indicators.stream())
                .flatMap(indicator -> indicator.series.stream().map(series -> new At(indicator, series)))
                .toList();
    }

    private At anySeries() {
        return any(allSeries());
    }

    /** The cycle end of the month's cycle, or the one before where that is later than all values. */
    private static YearMonth cycleEnd(Counted indicator, YearMonth month) {
        var end = month.plusMonths(Math.floorMod(-month.getMonthValue(), indicator.frequency));
        return end.isAfter(LAST) ? end.minusMonths(indicator.frequency) : end;
    }

    private Edit value() {
        var at = anySeries();
        var month = cycleEnd(at.indicator, FIRST.plusMonths(random.nextInt(MONTHS)));
        if (at.series.values.containsKey(month) && random.nextInt(4) == 0) {
            withdraw(at, month);
            return new Edit("withdraws " + at.path(month), null);
        }
        var value = switch (random.nextInt(10)) {
            case 0 -> Value.NOT_MEASURED;
            case 1 -> Value.NOT_APPLICABLE;
            default -> measured(at.indicator);
        };
        var there = at.series.values.get(month);
        var changedAt = enter(at, month, value);
        return new Edit(
                (there == null ? "enters " : "corrects ") + at.path(month) + " " + value,
                value.equals(there) ? null : changedAt);
    }

    private Instant enter(At at, YearMonth month, Value value) {
        var body = measure(value.measure());
        body.put("status", value.status().name());
        body.put("reason", "seeded");
        var answer = json(put(Role.PROJECT_LEADER, at.path(month), body));
        at.series.values.put(month, value);
        return Instant.parse(answer.get("changedAt").asText());
    }

    private void withdraw(At at, YearMonth month) {
        must(send(Role.PROJECT_LEADER, "DELETE", at.path(month) + "?reason=seeded", null), 204);
        tags.remove(at.path(month));
        at.series.values.remove(month);
    }

    private Value measured(Counted indicator) {
        return measured(indicator, random);
    }

    private static Value measured(Counted indicator, Random dice) {
        return Value.measured(measureOf(indicator.aggregation, dice));
    }

    private static Measure measureOf(Aggregation aggregation, Random dice) {
        var number = dice.nextInt(6) == 0 ? BigDecimal.ZERO : number(dice, 0, 60);
        return switch (aggregation) {
            case SUM, LATEST -> Measure.of(number);
            case MEAN -> Measure.weighted(number, number(dice, 1, 30));
            case RATIO -> Measure.ratio(number, number(dice, 1, 30));
        };
    }

    private static Map<String, Object> measure(Measure measure) {
        var body = new LinkedHashMap<String, Object>();
        if (measure != null) {
            put(body, "value", measure.value());
            put(body, "weight", measure.weight());
            put(body, "numerator", measure.numerator());
            put(body, "denominator", measure.denominator());
        }
        return body;
    }

    private static void put(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    // Null-points and targets

    private String enterBaseline() {
        var at = anySeries();
        var measure = measureOf(at.indicator.aggregation, random);
        var body = measure(measure);
        body.putAll(Map.of(
                "from", "2024-10", "to", "2024-12", "method", "counted", "quality", "MEASURED", "reason", "seeded"));
        put(Role.PROJECT_LEADER, at.path() + "/baseline", body);
        at.series.entered = measure;
        return "enters the null-point of " + at.path() + " " + measure;
    }

    private String approveBaseline() {
        var entered =
                allSeries().stream().filter(at -> at.series.entered != null).toList();
        if (entered.isEmpty()) {
            return enterBaseline();
        }
        var at = any(entered);
        var answer = must(send(Role.PROJECT_LEADER, "POST", at.path() + "/baseline/approve", null), 200);
        tags.put(at.path() + "/baseline", tag(answer));
        at.series.approved = at.series.entered;
        return "approves the null-point of " + at.path();
    }

    private String setTargets() {
        var at = anySeries();
        var targets = dated(0, 40);
        var points = targets.entrySet().stream()
                .map(each -> Map.of("from", each.getKey().toString(), "value", each.getValue()))
                .toList();
        put(Role.PROJECT_LEADER, at.path() + "/targets", Map.of("points", points, "reason", "seeded"), at.path());
        at.series.targets.clear();
        at.series.targets.putAll(targets);
        return "sets targets of " + at.path() + " " + targets;
    }

    // Indicators, benefits and rollouts

    private String addBenefit() {
        if (benefits.size() == MOST_BENEFITS) {
            return changeBenefit();
        }
        var benefit = new Gain();
        describe(benefit);
        benefit.id =
                create(Role.PROJECT_LEADER, "/rollouts/" + any(rollouts) + "/benefits", "/benefits/", body(benefit));
        benefits.put(benefit.id, benefit);
        for (var i = 0; i <= random.nextInt(3); i++) {
            addIndicator(benefit);
        }
        return "adds a benefit " + benefit.id;
    }

    private void describe(Gain benefit) {
        benefit.title = "Gevinst " + random.nextInt(1000);
        benefit.type = any(List.of(BenefitType.values()));
        benefit.heading = random.nextInt(4) == 0 ? null : any(List.of(PlanHeading.values()));
        benefit.attribution = random.nextBoolean() ? BigDecimal.ONE : number(random, 0, 1);
        var shares = any(SHARES);
        var technologies = new LinkedHashMap<String, BigDecimal>();
        for (var i = 0; i < shares.size(); i++) {
            technologies.put(TECHNOLOGIES.get(i), new BigDecimal(shares.get(i)));
        }
        benefit.technologies = technologies;
    }

    private static Map<String, Object> body(Gain benefit) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "title",
                benefit.title,
                "type",
                benefit.type.name(),
                "attributionShare",
                benefit.attribution,
                "reason",
                "seeded",
                "technologies",
                benefit.technologies.entrySet().stream()
                        .map(each -> Map.of("code", each.getKey(), "share", each.getValue()))
                        .toList()));
        put(body, "planHeading", benefit.heading);
        return body;
    }

    private String changeBenefit() {
        var benefit = any(List.copyOf(benefits.values()));
        describe(benefit);
        put(Role.PROJECT_LEADER, "/benefits/" + benefit.id, body(benefit));
        return "changes benefit " + benefit.id;
    }

    private String abandon() {
        var benefit = any(List.copyOf(benefits.keySet()));
        var answer = must(
                send(
                        Role.PROJECT_LEADER,
                        "POST",
                        "/benefits/" + benefit + "/step",
                        Map.of("to", "ABANDONED", "reason", "seeded")),
                200);
        tags.put("/benefits/" + benefit, tag(answer));
        return "abandons benefit " + benefit;
    }

    private void addIndicator(Gain benefit) {
        var indicator = new Counted();
        indicator.aggregation = any(List.of(Aggregation.values()));
        indicator.frequency = any(List.of(1, 1, 1, 3, 4, 6));
        indicator.measureFrom = FIRST.plusMonths(random.nextInt(6));
        indicator.valuation = any(List.of(ValuationKind.values()));
        describe(indicator);
        for (var i = 0; i <= random.nextInt(3); i++) {
            measureInOneMore(indicator);
        }
        indicator.id =
                create(Role.PROJECT_LEADER, "/benefits/" + benefit.id + "/indicators", "/indicators/", body(indicator));
        benefit.indicators.add(indicator);
        indicator.series.forEach(series -> tags.put(new At(indicator, series).path(), "\"0\""));
    }

    private void describe(Counted indicator) {
        indicator.name = "Indikator " + random.nextInt(1000);
        indicator.role = any(List.of(IndicatorRole.values()));
        indicator.direction = any(List.of(Direction.values()));
        indicator.factor = new BigDecimal(any(List.of("1", "100", "7")));
        indicator.tolerance = random.nextBoolean() ? BigDecimal.ZERO : new BigDecimal("0.5");
        indicator.amounts.clear();
        if (indicator.valuation != ValuationKind.NONE) {
            indicator.amounts.putAll(dated(0, 3));
        }
    }

    private boolean measureInOneMore(Counted indicator) {
        var others = units.keySet().stream()
                .filter(unit -> indicator.series.stream().noneMatch(series -> series.unit.equals(unit)))
                .toList();
        if (others.isEmpty()) {
            return false;
        }
        var series = new Measured();
        series.unit = any(others);
        indicator.series.add(series);
        return true;
    }

    private static Map<String, Object> body(Counted indicator) {
        var amounts = indicator.amounts.entrySet().stream()
                .map(each -> Map.of("from", each.getKey().toString(), "amount", each.getValue()))
                .toList();
        return Map.ofEntries(
                Map.entry("name", indicator.name),
                Map.entry("unit", "each"),
                Map.entry("role", indicator.role),
                Map.entry("direction", indicator.direction),
                Map.entry("aggregation", indicator.aggregation),
                Map.entry("factor", indicator.factor),
                Map.entry("frequencyMonths", indicator.frequency),
                Map.entry("measureFrom", indicator.measureFrom.toString()),
                Map.entry("tolerance", indicator.tolerance),
                Map.entry("valuation", Map.of("kind", indicator.valuation, "perUnit", amounts)),
                Map.entry(
                        "unitIds",
                        indicator.series.stream().map(series -> series.unit).toList()),
                Map.entry("reason", "seeded"));
    }

    private String changeIndicator() {
        var indicator = anySeries().indicator;
        describe(indicator);
        var added = random.nextInt(4) == 0 && measureInOneMore(indicator);
        put(Role.PROJECT_LEADER, "/indicators/" + indicator.id, body(indicator));
        if (added) {
            tags.put(new At(indicator, indicator.series.get(indicator.series.size() - 1)).path(), "\"0\"");
        }
        return "changes indicator " + indicator.id;
    }

    /** A null-point comes to be late, or not; no figure changes. */
    private String moveGoLive() {
        var rollout = any(rollouts);
        put(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout,
                Map.of(
                        "name",
                        "Innføring " + random.nextInt(1000),
                        "technologies",
                        TECHNOLOGIES,
                        "unitIds",
                        List.copyOf(units.keySet()),
                        "goLive",
                        FIRST.minusMonths(random.nextInt(4)).toString(),
                        "reason",
                        "seeded"));
        return "moves the go-live of " + rollout;
    }

    // The municipality

    private String setParameter() {
        var hours = random.nextBoolean();
        var from = FIRST.plusMonths(random.nextInt(MONTHS));
        var amount = hours ? number(random, 1600, 1800) : number(random, 300, 600);
        put(
                Role.ADMINISTRATOR,
                "/parameters/" + (hours ? "hours-per-fte/" : "hourly-cost/") + from,
                Map.of("value", amount, "reason", "seeded"));
        (hours ? hoursPerFte : hourlyCost).put(from, amount);
        return "sets " + (hours ? "hours per position" : "cost per hour") + " from " + from;
    }

    private String addUnit() {
        if (units.size() == MOST_UNITS) {
            return moveUnit();
        }
        var unit = new Unit();
        unit.name = "Enhet " + random.nextInt(1000);
        unit.parent = units.isEmpty() || random.nextInt(3) == 0 ? null : any(List.copyOf(units.keySet()));
        unit.id = create(Role.ADMINISTRATOR, "/units", "/units/", body(unit));
        units.put(unit.id, unit);
        return "adds a unit " + unit.id;
    }

    private static Map<String, Object> body(Unit unit) {
        var body = new LinkedHashMap<String, Object>(Map.of("name", unit.name));
        put(body, "parentId", unit.parent);
        return body;
    }

    private String moveUnit() {
        var unit = any(List.copyOf(units.values()));
        var to = random.nextInt(4) == 0 ? null : any(List.copyOf(units.keySet()));
        for (var above = to; above != null; above = units.get(above).parent) {
            if (above.equals(unit.id)) {
                to = unit.parent;
                break;
            }
        }
        unit.parent = to;
        unit.name = "Enhet " + random.nextInt(1000);
        put(Role.ADMINISTRATOR, "/units/" + unit.id, body(unit));
        return "moves unit " + unit.id + " to " + to;
    }

    /** How much may be booked is the ledger's to say; here it is what was booked that counts. */
    private String bookOrWithdraw() {
        if (!booked.isEmpty() && random.nextInt(3) == 0) {
            var last = booked.remove(random.nextInt(booked.size()));
            var path = "/benefits/" + last.benefit + "/dispositions/" + last.id;
            must(send(Role.PROJECT_LEADER, "DELETE", path + "?reason=seeded", null), 204);
            return "takes back " + path;
        }
        var benefit = any(List.copyOf(benefits.values()));
        var unit = any(any(benefit.indicators).series).unit;
        var month = FIRST.plusMonths(random.nextInt(MONTHS));
        var until = month.plusMonths(random.nextInt(3));
        var hours = number(random, 1, 5);
        var path = "/benefits/" + benefit.id + "/dispositions";
        var answer = send(
                Role.PROJECT_LEADER,
                "POST",
                path,
                Map.of(
                        "unitId",
                        unit,
                        "month",
                        month.toString(),
                        "until",
                        until.toString(),
                        "hours",
                        hours,
                        "category",
                        "MORE_USERS"));
        if (answer.statusCode() == 409) {
            return "books more than was measured of " + benefit.id;
        }
        var id = UUID.fromString(json(must(answer, 201)).get("id").asText());
        tags.put(path + "/" + id, tag(answer));
        booked.add(new Booked(id, benefit.id, unit, month, until, hours));
        return "books " + hours + " of " + benefit.id;
    }

    // Dice and requests

    private TreeMap<YearMonth, BigDecimal> dated(int least, int most) {
        var dated = new TreeMap<YearMonth, BigDecimal>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            dated.put(FIRST.plusMonths(random.nextInt(20)), number(random, least, most));
        }
        return dated;
    }

    private static BigDecimal number(Random dice, int least, int most) {
        return BigDecimal.valueOf(100L * least + dice.nextInt(100 * (most - least)), 2);
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private UUID create(Role role, String path, String created, Object body) {
        var answer = must(send(role, "POST", path, body), 201);
        var id = UUID.fromString(json(answer).get("id").asText());
        tags.put(created + id, tag(answer));
        return id;
    }

    private HttpResponse<String> put(Role role, String path, Object body) {
        return put(role, path, body, path);
    }

    private HttpResponse<String> put(Role role, String path, Object body, String tagged) {
        var answer = must(send(role, "PUT", path, body, tags.get(tagged)), 200, 201);
        tags.put(tagged, tag(answer));
        return answer;
    }

    private HttpResponse<String> send(Role role, String method, String path, Object body) {
        return send(role, method, path, body, tags.get(path.replaceFirst("\\?.*", "")));
    }

    private HttpResponse<String> send(Role role, String method, String path, Object body, String tag) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                            + "/api/v1/municipalities/" + municipality.number + path))
                    .header("Authorization", municipality.authorization(role))
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(mapper.writeValueAsString(body)));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (tag != null) {
                request.header("If-Match", tag);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> must(HttpResponse<String> answer, int... statuses) {
        for (var status : statuses) {
            if (answer.statusCode() == status) {
                return answer;
            }
        }
        throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                + " " + answer.body());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
