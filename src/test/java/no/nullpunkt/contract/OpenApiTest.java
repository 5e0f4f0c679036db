package no.nullpunkt.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract is written by the code and kept in a file, so that a change of it is seen by whoever reads the change. */
@QuarkusTest
class OpenApiTest {

    private static final Path FILE = Path.of("openapi", "openapi.yaml");

    @Test
    void theFileSaysWhatIsServed() throws IOException {
        var served = given().queryParam("format", "yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, served);
        }
        assertEquals(
                Files.readString(FILE),
                served,
                FILE + " is not what the code says. Take it over with: mvn test -Dtest=OpenApiTest -Dopenapi.update=true");
    }
}
