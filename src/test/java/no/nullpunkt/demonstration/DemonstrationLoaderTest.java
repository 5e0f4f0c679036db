package no.nullpunkt.demonstration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.nullpunkt.testing.Command;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class DemonstrationLoaderTest {

    private static final Walk.Listener UNHEARD = new Walk.Listener() {};

    @TestHTTPResource
    String host;

    @Inject
    DemonstrationLoader loader;

    /** A database of the tests may be used again, and would else refuse to be served. */
    @AfterEach
    void leaveNoWellKnownPasswords() throws SQLException {
        try (var connection = OwnerDatabase.source().getConnection();
                var delete = connection.createStatement()) {
            delete.execute("delete from account where demonstration");
        }
    }

    private static DemonstrationMunicipality empty() {
        var number = Municipality.createWithoutPeople();
        return new DemonstrationMunicipality(number, number + ".example");
    }

    private void load(DemonstrationMunicipality municipality, Walk.Listener listener) {
        loader.load(municipality, host.replaceAll("/$", ""), listener);
    }

    private static ValidatableResponse get(DemonstrationMunicipality municipality, String path) {
        return given().auth()
                .preemptive()
                .basic("leder@" + municipality.domain(), DemonstrationMunicipality.PASSWORD)
                .get("/api/v1/municipalities/" + municipality.number() + path)
                .then()
                .statusCode(200);
    }

    /** The total, rounded where a division that does not end leaves another last digit. */
    private static Map<String, String> total(DemonstrationMunicipality municipality) {
        var answer = get(municipality, "/results?from=2026-01&to=2026-10").extract();
        var figures = new Answer(answer.statusCode(), answer.contentType(), answer.asByteArray()).json();
        var total = new TreeMap<String, String>();
        figures.get("total").fields().forEachRemaining(figure -> {
            var value = figure.getValue();
            total.put(
                    figure.getKey(),
                    value.isNumber()
                            ? value.decimalValue()
                                    .setScale(4, RoundingMode.HALF_UP)
                                    .toPlainString()
                            : value.toString());
        });
        return total;
    }

    private static List<String> benefits(DemonstrationMunicipality municipality) {
        return get(municipality, "/benefits").extract().path("items.step");
    }

    private static void assertWhole(DemonstrationMunicipality municipality) {
        get(municipality, "/people").body("items.size()", is(6));
        get(municipality, "/units").body("items.size()", is(9));
        get(municipality, "/rollouts").body("items.size()", is(5));
        get(municipality, "/reports").body("items.status", contains("SUPERSEDED", "ISSUED"));
        assertEquals(
                List.of("DOCUMENTED", "DOCUMENTED", "DOCUMENTED", "PLANNED", "DOCUMENTED", "IDENTIFIED"),
                benefits(municipality));
        var total = total(municipality);
        assertEquals("5737.3521", total.get("hours"));
        assertEquals("850000.0000", total.get("nok"));
    }

    @Test
    void loadsOnce() {
        var municipality = empty();
        load(municipality, UNHEARD);
        assertWhole(municipality);

        load(municipality, new Walk.Listener() {
            @Override
            public void sending(HttpFile.Request request) {
                throw new AssertionError("sent again: " + request);
            }
        });
        assertWhole(municipality);
    }

    /** As it stands there, but for the address and the municipality. */
    @Test
    void theFirstWalkOfTheReadmeGoesAllTheWay(@TempDir Path directory) {
        Command.assumeInstalled("curl");
        var municipality = empty();
        load(municipality, UNHEARD);
        var walk = Command.blockOfReadme("API=")
                .replace("http://127.0.0.1:8080/", host)
                .replace("/9999", "/" + municipality.number())
                .replace("nullpunkt.example", municipality.domain());
        var said = Command.run(
                directory, Map.of(), "curl() { command curl --fail-with-body --silent --show-error \"$@\"; }\n" + walk);
        assertTrue(said.contains("\"updated\":1,\"unchanged\":0,\"rejected\":0"), said);
        assertFalse(said.contains("\"rejected\":1"), said);
        assertTrue(said.contains("\"catalogueCode\":\"GP3\""), said);
        for (var file : List.of("%s-2026-01-2026-10.xlsx", "%s-2026-01-2026-10.csv")) {
            assertTrue(Files.exists(directory.resolve("nullpunkt-" + file.formatted(municipality.number()))), file);
        }
    }

    /** Whether it breaks off before a request is sent or after it was answered, the next load finishes it. */
    @Test
    void aLoadThatBrokeOffIsFinished() {
        var municipality = empty();
        for (var requests : new int[] {1, 20, 90, 160}) {
            assertThrows(IllegalStateException.class, () -> load(municipality, breakingOff(requests)));
        }
        load(municipality, UNHEARD);
        assertWhole(municipality);

        var clean = empty();
        load(clean, UNHEARD);
        assertEquals(total(clean), total(municipality));
    }

    /** Breaks off after so many requests: at every second of them its answer is lost. */
    private static Walk.Listener breakingOff(int requests) {
        return new Walk.Listener() {
            private int sent;

            @Override
            public void sending(HttpFile.Request request) {
                if (sent++ == requests && requests % 2 == 0) {
                    throw new IllegalStateException("killed");
                }
            }

            @Override
            public void answered(HttpFile.Request request, Answer answer) {
                if (sent == requests && requests % 2 == 1) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    @Test
    void theBannerTellsWhereAndWho() {
        var banner = Banner.of(DemonstrationMunicipality.STANDARD, "http://127.0.0.1:8080");

        assertTrue(banner.contains("http://127.0.0.1:8080/openapi"), banner);
        assertTrue(banner.contains("curl -u leder@nullpunkt.example:nullpunkt"), banner);
        DemonstrationMunicipality.STANDARD
                .people()
                .forEach(person -> assertTrue(banner.contains(person.email()), banner));
    }
}
