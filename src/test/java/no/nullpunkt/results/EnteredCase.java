package no.nullpunkt.results;

import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;

/** A worked case entered by the API, as people would, in a municipality of its own. */
public final class EnteredCase {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The codes of a case are its own: each stands for one of the catalogue's. */
    private static final List<String> TECHNOLOGIES = List.of(
            "medicine-dispenser", "digital-supervision-home", "safety-fall-alarm", "response-centre", "video-visit");

    final Municipality municipality = Municipality.create();
    final JsonNode json;
    final Map<String, UUID> units = new LinkedHashMap<>();
    final Map<String, UUID> benefits = new LinkedHashMap<>();
    final Map<String, UUID> indicators = new LinkedHashMap<>();
    final Map<String, String> technologies = new LinkedHashMap<>();

    /** Cases asked about in a certain month are moved, so that this month is the one. */
    private final long movedBy;

    private EnteredCase(JsonNode json) {
        this.json = json;
        this.movedBy = json.has("now")
                ? ChronoUnit.MONTHS.between(
                        YearMonth.parse(json.get("now").asText()), YearMonth.now(ZoneId.of("Europe/Oslo")))
                : 0;
        enter();
    }

    public static EnteredCase of(Path file) {
        try {
            return new EnteredCase(MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String month(String written) {
        return YearMonth.parse(written).plusMonths(movedBy).toString();
    }

    private String month(JsonNode written) {
        return month(written.asText());
    }

    /** The figures of the case's period; parameters are names and values in turn. */
    public JsonNode results(String groupBy, Object... parameters) {
        return get("/results", query(parameters).queryParam("groupBy", groupBy));
    }

    /** A page of the points of the case's period. */
    JsonNode points(Object... parameters) {
        return get("/results/points", query(parameters));
    }

    private static JsonNode get(String path, RequestSpecification request) {
        return parse(request.get(path).then().statusCode(200).extract().asString());
    }

    public RequestSpecification query(Object... namesAndValues) {
        var request = municipality
                .as(Role.LEADER)
                .queryParam("from", month(json.at("/period/from")))
                .queryParam("to", month(json.at("/period/to")));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request.queryParam((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return request;
    }

    String seriesPath(String indicator, String unit) {
        return "/indicators/" + indicators.get(indicator) + "/units/" + units.get(unit);
    }

    private void enter() {
        if (json.has("hoursPerFte")) {
            put(
                    Role.ADMINISTRATOR,
                    "/parameters/hours-per-fte/2000-01",
                    Map.of("value", number(json.get("hoursPerFte"))));
        }
        for (var cost : json.path("hourlyCost")) {
            put(
                    Role.ADMINISTRATOR,
                    "/parameters/hourly-cost/" + month(cost.get("from")),
                    Map.of("value", number(cost.get("amount"))));
        }
        for (var benefit : json.get("benefits")) {
            benefit.path("technologies")
                    .forEach(each -> technology(each.get("code").asText()));
            for (var indicator : benefit.get("indicators")) {
                indicator.get("units").forEach(each -> unit(each.get("unit").asText()));
            }
        }
        technology("any");
        var rollout = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                Map.of(
                        "name", json.get("name").asText(),
                        "technologies", technologies.values(),
                        "unitIds", units.values(),
                        "goLive", "2020-01"));
        json.get("benefits").forEach(benefit -> enterBenefit(rollout, benefit));
    }

    private void technology(String code) {
        technologies.computeIfAbsent(code, added -> TECHNOLOGIES.get(technologies.size()));
    }

    private UUID unit(String key) {
        if (!units.containsKey(key)) {
            var unit = new HashMap<String, Object>(Map.of("name", key));
            var parent = json.path("parents").path(key);
            if (!parent.isMissingNode()) {
                unit.put("parentId", unit(parent.asText()));
            }
            units.put(key, municipality.create(Role.ADMINISTRATOR, "/units", unit));
        }
        return units.get(key);
    }

    private void enterBenefit(UUID rollout, JsonNode json) {
        var benefit = new HashMap<String, Object>(Map.of(
                "title", json.get("key").asText(),
                "type", json.get("type").asText(),
                "technologies",
                        list(
                                json.path("technologies"),
                                each -> Map.of(
                                        "code",
                                        technologies.get(each.get("code").asText()),
                                        "share",
                                        number(each.get("share"))))));
        copy(json, benefit, "planHeading", JsonNode::asText);
        copy(json, benefit, "attributionShare", EnteredCase::number);
        var id = municipality.create(Role.PROJECT_LEADER, "/rollouts/" + rollout + "/benefits", benefit);
        benefits.put(json.get("key").asText(), id);
        json.get("indicators").forEach(indicator -> enterIndicator(id, indicator));
    }

    private void enterIndicator(UUID benefit, JsonNode json) {
        var key = json.get("key").asText();
        var indicator = new HashMap<String, Object>(Map.of(
                "name", key,
                "unit", "each",
                "role", json.path("role").asText("QUALITY"),
                "direction", json.get("direction").asText(),
                "aggregation", json.get("aggregation").asText(),
                "measureFrom", month(json.get("measureFrom")),
                "unitIds",
                        list(
                                json.get("units"),
                                each -> units.get(each.get("unit").asText())),
                "valuation",
                        Map.of(
                                "kind", json.at("/valuation/kind").asText("NONE"),
                                "perUnit",
                                        list(
                                                json.at("/valuation/perUnit"),
                                                each -> Map.of(
                                                        "from",
                                                        month(each.get("from")),
                                                        "amount",
                                                        number(each.get("amount")))))));
        copy(json, indicator, "measureTo", this::month);
        copy(json, indicator, "frequencyMonths", JsonNode::asInt);
        copy(json, indicator, "factor", EnteredCase::number);
        copy(json, indicator, "tolerance", EnteredCase::number);
        indicators.put(
                key, municipality.create(Role.PROJECT_LEADER, "/benefits/" + benefit + "/indicators", indicator));
        json.get("units")
                .forEach(
                        series -> enterSeries(seriesPath(key, series.get("unit").asText()), series));
    }

    private void enterSeries(String path, JsonNode json) {
        if (json.hasNonNull("baseline")) {
            var baseline = new HashMap<String, Object>(
                    Map.of("from", "2019-01", "to", "2019-12", "method", "counted", "quality", "MEASURED"));
            copyMeasure(json.get("baseline"), baseline);
            put(Role.PROJECT_LEADER, path + "/baseline", baseline);
            municipality.as(Role.LEADER).post(path + "/baseline/approve").then().statusCode(200);
        }
        var targets = list(
                json.path("targets"),
                each -> Map.of("from", month(each.get("from")), "value", number(each.get("value"))));
        put(Role.PROJECT_LEADER, path + "/targets", Map.of("points", targets));
        json.get("values").properties().forEach(entry -> {
            var value = new HashMap<String, Object>(
                    Map.of("status", entry.getValue().get("status").asText(), "reason", "so"));
            copyMeasure(entry.getValue(), value);
            put(Role.PROJECT_LEADER, path + "/values/" + month(entry.getKey()), value);
        });
    }

    private static void copyMeasure(JsonNode json, Map<String, Object> measure) {
        for (var name : List.of("value", "weight", "numerator", "denominator")) {
            copy(json, measure, name, EnteredCase::number);
        }
    }

    private static void copy(JsonNode json, Map<String, Object> body, String name, Function<JsonNode, Object> read) {
        if (json.hasNonNull(name)) {
            body.put(name, read.apply(json.get(name)));
        }
    }

    private static List<Object> list(JsonNode json, Function<JsonNode, Object> read) {
        var list = new ArrayList<Object>();
        json.forEach(each -> list.add(read.apply(each)));
        return list;
    }

    private static BigDecimal number(JsonNode json) {
        return new BigDecimal(json.asText());
    }

    void put(Role role, String path, Object body) {
        municipality.as(role).body(body).put(path).then().statusCode(oneOf(200, 201));
    }
}
