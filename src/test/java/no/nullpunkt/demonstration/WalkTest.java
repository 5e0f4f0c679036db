package no.nullpunkt.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class WalkTest {

    @TestHTTPResource
    String host;

    private final Municipality municipality = Municipality.create();

    private Map<String, Answer> walk(String text) {
        var variables = Map.of("host", address(), "who", municipality.credentials(Role.ADMINISTRATOR));
        return Walk.run(
                HttpClient.newHttpClient(),
                HttpFileParser.parse("a.http", text.replace("{{number}}", municipality.number)),
                variables,
                new Walk.Listener() {});
    }

    private String address() {
        return host.replaceAll("/$", "");
    }

    private static final String UNITS = """
            @host = http://nowhere.invalid
            @units = {{host}}/api/v1/municipalities/{{number}}/units

            ### Above
            # @name above
            POST {{units}}
            Authorization: Basic {{who}}
            Content-Type: application/json

            { "name": "Æresenheten" }

            ### Below
            # @name below
            POST {{units}}
            Authorization: Basic {{who}}
            Content-Type: application/json

            { "name": "Below", "parentId": "{{above.response.body.$.id}}" }

            ### All
            # @name all
            GET {{units}}
            Authorization: Basic {{who}}
            """;

    @Test
    void answersAreReferredTo() {
        var answers = walk(UNITS);

        assertEquals("Æresenheten", answers.get("all").at("$.items[0].name"));
        assertEquals(answers.get("above").at("$.id"), answers.get("all").at("$.items[1].parentId"));
        assertEquals(201, answers.get("below").status());
    }

    @Test
    void anAnswerThatWasNotExpectedStopsWithPlaceAndProblem() {
        var stop = assertThrows(WalkException.class, () -> walk(UNITS + """

                        ### Wrong
                        POST {{units}}
                        Authorization: Basic {{who}}
                        Content-Type: application/json

                        { "name": "" }
                        """));

        assertTrue(stop.getMessage().startsWith("a.http:26 Wrong: POST " + address()), stop.getMessage());
        assertTrue(stop.getMessage().contains("422"), stop.getMessage());
        assertTrue(stop.getMessage().contains("\"/name\""), stop.getMessage());
    }

    @Test
    void aFailureMayBeExpectedAndMustThenCome() {
        walk("# @expect 401\nGET {{host}}/api/v1/me\n");

        assertThrows(WalkException.class, () -> walk("# @expect 409\nGET {{host}}/api/v1/me\n"));
        assertThrows(
                WalkException.class,
                () -> walk("# @expect 409\nGET {{host}}/api/v1/me\nAuthorization: Basic {{who}}\n"));
    }

    @Test
    void whatNobodyKnowsIsNotSent() {
        var stop = assertThrows(WalkException.class, () -> walk("GET {{host}}/{{above.response.body.$.id}}\n"));

        assertTrue(stop.getMessage().contains("{{above.response.body.$.id}}"), stop.getMessage());
    }

    @Test
    void theCommandWalksFilesAndTellsHowItWent(@TempDir Path directory) throws IOException {
        var file = directory.resolve("a.http");
        Files.writeString(file, UNITS.replace("{{number}}", municipality.number));
        var out = new ByteArrayOutputStream();
        var command = new WalkCommand(new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        var who = "--who=" + municipality.credentials(Role.ADMINISTRATOR);

        assertEquals(0, command.run(file.toString(), who, "--host=" + address(), "--answers"));
        var told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("a.http:6  201  Above"), told);
        assertTrue(told.contains("\"name\" : \"Æresenheten\""), told);
    }

    @Test
    void theCommandTellsByItsExitCodeWhatWentWrong() {
        var silent = new PrintStream(PrintStream.nullOutputStream());
        var command = new WalkCommand(silent, silent);

        assertEquals(2, command.run());
        assertEquals(2, command.run("--what"));
        assertEquals(1, command.run("no-such-file.http"));
        assertEquals(1, command.run("samples/03-e-las.http", "--host=http://127.0.0.1:1"));
    }
}
