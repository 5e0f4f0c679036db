package no.nullpunkt.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;

/** An operation of the contract as it is served, with all that can be sent to it. */
record Operation(String method, String path, List<Parameter> parameters, JsonNode example, List<Field> fields) {

    /** A parameter of the path or the query. */
    record Parameter(String name, boolean inPath, JsonNode schema) {}

    /** A field of the request, however deep: that of the first item where there are many. */
    record Field(String pointer, JsonNode schema) {

        boolean isOfType(String type) {
            var types = schema.path("type");
            return types.asText().equals(type)
                    || types.isArray() && types.toString().contains('"' + type + '"');
        }

        /** Any text at all. */
        boolean isFreeText() {
            return isOfType("string") && !schema.has("enum") && !schema.has("format") && !schema.has("pattern");
        }
    }

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    static List<Operation> all() {
        try {
            var contract = JSON.readTree(RestAssured.given()
                    .queryParam("format", "json")
                    .get("/openapi")
                    .asString());
            var operations = new ArrayList<Operation>();
            contract.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(verb -> VERBS.contains(verb.getKey()))
                            .forEach(verb ->
                                    operations.add(of(contract, verb.getKey(), path.getKey(), verb.getValue()))));
            return operations;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Those that read JSON. */
    static List<Operation> withBody() {
        return all().stream().filter(each -> !each.example.isMissingNode()).toList();
    }

    private static Operation of(JsonNode contract, String verb, String path, JsonNode operation) {
        var parameters = new ArrayList<Parameter>();
        operation.path("parameters").forEach(each -> {
            var parameter = resolved(contract, each);
            var place = parameter.path("in").asText();
            if (place.equals("path") || place.equals("query")) {
                parameters.add(new Parameter(
                        parameter.path("name").asText(),
                        place.equals("path"),
                        resolved(contract, parameter.path("schema"))));
            }
        });
        var json = operation.path("requestBody").path("content").path("application/json");
        var fields = new ArrayList<Field>();
        list(contract, json.path("schema"), "", new HashSet<>(), fields);
        return new Operation(verb.toUpperCase(Locale.ROOT), path, parameters, json.path("example"), fields);
    }

    private static void list(
            JsonNode contract, JsonNode schema, String pointer, Set<String> above, List<Field> fields) {
        var name = schema.path("$ref").asText();
        var target = resolved(contract, schema);
        if (!name.isEmpty() && !above.add(name)) {
            return;
        }
        if (target.has("properties")) {
            target.path("properties")
                    .properties()
                    .forEach(property ->
                            list(contract, property.getValue(), pointer + "/" + property.getKey(), above, fields));
        } else if (target.has("items")) {
            list(contract, target.path("items"), pointer + "/0", above, fields);
        } else if (target.has("type")) {
            fields.add(new Field(pointer, target));
        }
        above.remove(name);
    }

    /** What a reference stands for, also where null may stand in its place. */
    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        for (var choice : schema.path("anyOf")) {
            if (choice.has("$ref")) {
                return resolved(contract, choice);
            }
        }
        return schema.has("$ref") ? contract.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** The example of the contract with another value in one place. */
    JsonNode with(String pointer, JsonNode value) {
        var body = example.deepCopy();
        var names = pointer.substring(1).split("/");
        JsonNode at = body;
        for (int i = 0; i < names.length; i++) {
            JsonNode below = i == names.length - 1
                    ? value
                    : names[i + 1].equals("0")
                            ? JsonNodeFactory.instance.arrayNode()
                            : JsonNodeFactory.instance.objectNode();
            var there = at.isArray() ? at.path(0) : at.path(names[i]);
            if (i < names.length - 1 && there.isContainerNode() && there.getNodeType() == below.getNodeType()) {
                below = there;
            }
            if (at instanceof ArrayNode array) {
                array.removeAll().add(below);
            } else {
                ((ObjectNode) at).set(names[i], below);
            }
            at = below;
        }
        return body;
    }

    /** The path with what is there of a municipality in it. */
    String pathIn(MeasuredBenefit it) {
        return path.replace("{number}", it.municipality.number)
                .replace("{rolloutId}", it.rollout.toString())
                .replace("{benefitId}", it.benefit.toString())
                .replace("{indicatorId}", it.indicator.toString())
                .replace("{unitId}", it.unit.toString())
                .replace("{month}", "2026-01")
                .replace("{from}", "2026-01")
                .replace("{name}", "responssenter")
                .replace("technologies/{code}/", "technologies/gps-localisation/")
                .replace("technologies/{code}", "technologies/own-bed-mat")
                .replace("/units/{id}", "/units/" + it.unit)
                .replace("/rollouts/{id}", "/rollouts/" + it.rollout)
                .replace("/benefits/{id}", "/benefits/" + it.benefit)
                .replace("/indicators/{id}", "/indicators/" + it.indicator)
                .replace("/people/{id}", "/people/" + it.municipality.person(Role.BENEFIT_OWNER))
                .replaceAll("\\{[^}]*}", new UUID(0, 1).toString());
    }

    Response send(MeasuredBenefit it, Role role, JsonNode body) {
        var request = it.municipality.anywhere(role).header("If-Match", "\"0\"");
        return (body == null ? request : request.body(body.toString())).request(method, pathIn(it));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
