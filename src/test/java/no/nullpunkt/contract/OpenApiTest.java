package no.nullpunkt.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract is written by the code and kept in a file, so that whoever reads a change sees what it does to others. */
@QuarkusTest
class OpenApiTest {

    private static final Path FILE = Path.of("openapi", "openapi.yaml");

    private JsonNode contract;

    @BeforeEach
    void read() throws IOException {
        contract = new ObjectMapper().readTree(served("json"));
    }

    @Test
    void theFileIsWhatIsServed() throws IOException {
        var served = served("yaml");
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, served);
        }
        assertEquals(
                Files.readString(FILE),
                served,
                FILE + " differs from the code. Take over what the code says with:"
                        + " mvn test -Dtest=OpenApiTest -Dopenapi.update=true");
    }

    @Test
    void onlyTheApiIsPromised() {
        contract.path("paths").fieldNames().forEachRemaining(path -> assertTrue(path.startsWith("/api/v1/"), path));
    }

    @Test
    void everyOperationHasItsOwnIdASummaryATagAndProblems() {
        var ids = new HashSet<String>();
        eachOperation((name, operation) -> {
            assertTrue(ids.add(operation.path("operationId").asText()), name);
            assertFalse(operation.path("summary").asText().isEmpty(), name);
            assertTrue(tags().contains(operation.path("tags").path(0).asText()), name + " has a tag without a text");
            assertTrue(operation.path("responses").has("500"), name);
            operation
                    .path("responses")
                    .properties()
                    .forEach(response -> assertTrue(
                            response.getKey().startsWith("2")
                                    || response.getValue().has("$ref"),
                            name + " tells " + response.getKey() + " in a way of its own"));
        });
    }

    @Test
    void everyBodyHasAnExampleAndEveryFieldItsPart() {
        var without = new ArrayList<String>();
        eachOperation((name, operation) -> {
            var contents = new ArrayList<JsonNode>();
            contents.add(operation.path("requestBody").path("content"));
            operation.path("responses").forEach(response -> contents.add(response.path("content")));
            for (var content : contents) {
                content.properties().forEach(mediaType -> {
                    var isJson = mediaType.getKey().endsWith("json");
                    var shown = mediaType.getValue();
                    if (isJson && !shown.has("example") && !shown.has("examples")) {
                        without.add(name);
                    }
                    listFields(shown.path("example"), name, without);
                });
            }
            operation.path("parameters").forEach(parameter -> listFields(parameter, name, without));
        });
        assertEquals(List.of(), without, "Give these an example with @Schema(examples = …)");
    }

    /** A number at the end is what the generator makes of two classes of one name. */
    @Test
    void everySchemaHasANameOfItsOwn() {
        contract.path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            assertFalse(name.matches(".*\\d"), name + ": name one of the two with @Schema(name = …)");
            assertTrue(name.matches("[A-Z][A-Za-z]+"), name);
        });
    }

    private static void listFields(JsonNode example, String path, List<String> without) {
        if (Examples.MISSING.equals(example.asText())) {
            without.add(path);
        }
        example.properties().forEach(field -> listFields(field.getValue(), path + "." + field.getKey(), without));
        if (example.isArray()) {
            example.forEach(item -> listFields(item, path, without));
        }
    }

    private List<String> tags() {
        return contract.path("tags").findValuesAsText("name");
    }

    private void eachOperation(BiConsumer<String, JsonNode> check) {
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !"parameters".equals(operation.getKey()))
                        .forEach(operation -> check.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private static String served(String format) {
        return given().queryParam("format", format)
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
