package no.nullpunkt.results;

import static no.nullpunkt.testing.Bodies.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;

/** A municipality whose units, named A, B, C … below one at the top, count persons by one indicator. */
final class CountedUnits {

    final Municipality municipality = Municipality.create();
    final UUID top;
    final Map<String, UUID> units = new LinkedHashMap<>();
    final UUID benefit;
    final UUID indicator;
    private final Map<String, Object> definition;

    private CountedUnits(Map<String, Object> changes, String names) {
        top = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Helse"));
        for (var name : names.split("")) {
            units.put(name, municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", name, "parentId", top)));
        }
        var rollout = municipality.create(Role.PROJECT_LEADER, "/rollouts", Bodies.rollout(top));
        benefit = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + rollout + "/benefits",
                Bodies.benefit(municipality.person(Role.BENEFIT_OWNER), municipality.person(Role.LEADER)));
        var body = Bodies.indicator(units.values().toArray(UUID[]::new));
        body = with(with(with(body, "valuation", null), "countsPersons", true), "measureFrom", "2025-01");
        for (var change : changes.entrySet()) {
            body = with(body, change.getKey(), change.getValue());
        }
        definition = body;
        indicator = municipality.create(Role.PROJECT_LEADER, "/benefits/" + benefit + "/indicators", body);
    }

    /** Falls a month, less is better. */
    static CountedUnits of(String names) {
        return new CountedUnits(Map.of(), names);
    }

    static CountedUnits of(String names, Map<String, Object> changes) {
        return new CountedUnits(changes, names);
    }

    /** Measures in one more unit from now on. */
    void add(String name) {
        units.put(name, municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", name, "parentId", top)));
        change("unitIds", List.copyOf(units.values())).then().statusCode(200);
    }

    Response change(String field, Object value) {
        var path = "/indicators/" + indicator;
        return municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", etag(path))
                .body(with(definition, field, value))
                .put(path);
    }

    String series(String unit, String below) {
        return "/indicators/" + indicator + "/units/" + units.get(unit) + below;
    }

    CountedUnits nullPoints(String number) {
        units.keySet().forEach(unit -> nullPoint(unit, number));
        return this;
    }

    CountedUnits nullPoint(String unit, String number) {
        return put(series(unit, "/baseline"), with(Bodies.baseline(number), "reason", "counted"));
    }

    /** What each unit counted in a month, in the order of the units; nothing for {@code -}. */
    CountedUnits values(String month, String... numbers) {
        var next = new ArrayList<>(units.keySet()).iterator();
        for (var number : numbers) {
            var unit = next.next();
            if (!number.equals("-")) {
                value(unit, month, number);
            }
        }
        return this;
    }

    CountedUnits value(String unit, String month, String number) {
        return put(series(unit, "/values/" + month), with(Bodies.measured(number), "reason", "counted"));
    }

    CountedUnits put(String path, Object body) {
        var etag = etag(path);
        var request = municipality.as(Role.PROJECT_LEADER).body(body);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        var status = request.put(path).then().extract().statusCode();
        if (status != 200 && status != 201) {
            throw new AssertionError(path + " answered " + status);
        }
        return this;
    }

    CountedUnits withdraw(String unit, String month) {
        var path = series(unit, "/values/" + month);
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", etag(path))
                .queryParam("reason", "a mistake")
                .delete(path)
                .then()
                .statusCode(204);
        return this;
    }

    private String etag(String path) {
        return municipality.as(Role.PROJECT_LEADER).get(path).header("ETag");
    }

    /** The results as the person in a role reads them; parameters are names and values by turns. */
    JsonNode results(Role role, String groupBy, String... parameters) {
        return read(role.name(), "/results", groupBy, parameters);
    }

    JsonNode read(String who, String path, String groupBy, String... parameters) {
        var request = municipality.as(who).queryParam("groupBy", groupBy);
        if (!List.of(parameters).contains("from")) {
            request.queryParam("from", "2026-01").queryParam("to", "2026-03");
        }
        for (var i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(path).then().statusCode(200).extract().as(JsonNode.class);
    }

    /** The leader's line of a unit. */
    JsonNode unit(String name, String... parameters) {
        var key = name.isEmpty() ? top : units.get(name);
        for (var item : results(Role.LEADER, "unit", parameters).get("items")) {
            if (item.get("key").asText().equals(key.toString())) {
                return item;
            }
        }
        throw new AssertionError("No line of " + name);
    }

    /** The leader's total. */
    JsonNode total(String... parameters) {
        return results(Role.LEADER, "indicator", parameters).get("total");
    }
}
