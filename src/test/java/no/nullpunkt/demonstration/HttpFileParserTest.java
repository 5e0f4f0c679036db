package no.nullpunkt.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import no.nullpunkt.demonstration.HttpFile.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFileParserTest {

    @Test
    void readsVariablesNamesHeadersAndBodies() {
        var file = HttpFileParser.parse("a.http", """
                # What the file is about
                @host = http://127.0.0.1:8080
                @api={{host}}/api/v1

                ### The unit
                // why
                # @name unit
                # @expect 409
                POST {{api}}/units HTTP/1.1
                Authorization: Basic {{who}}
                Content-Type: application/json

                {
                  "name": "A"
                }

                ###
                GET {{api}}/units/{{unit.response.body.$.id}}
                """);

        assertEquals(Map.of("host", "http://127.0.0.1:8080", "api", "{{host}}/api/v1"), file.variables());
        assertEquals(2, file.requests().size());
        var first = file.requests().get(0);
        assertEquals(9, first.line());
        assertEquals("The unit", first.title());
        assertEquals("unit", first.name());
        assertEquals(409, first.expected());
        assertEquals("POST", first.method());
        assertEquals("{{api}}/units", first.url());
        assertEquals(
                List.of(new Header("Authorization", "Basic {{who}}"), new Header("Content-Type", "application/json")),
                first.headers());
        assertEquals("{\n  \"name\": \"A\"\n}", first.body());
        var second = file.requests().get(1);
        assertEquals("", second.title());
        assertNull(second.name());
        assertNull(second.expected());
        assertNull(second.body());
    }

    @Test
    void aFileOfCommentsHasNoRequests() {
        assertEquals(
                List.of(),
                HttpFileParser.parse("a.http", "# nothing\n\n###\n# yet\n").requests());
    }

    /** What the tools would read each in their own way is refused with its line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://a\n\nbody\n# a comment",
                "GET http://a\nnot a header",
                "fetch http://a",
                "GET",
                "# @prompt password\nGET http://a",
                "# @expect success\nGET http://a"
            })
    void whatIsNotCommonIsRefused(String text) {
        var refusal = assertThrows(WalkException.class, () -> HttpFileParser.parse("a.http", text));

        assertTrue(refusal.getMessage().startsWith("a.http:"), refusal.getMessage());
    }

    static List<String> samples() {
        return Samples.ALL;
    }

    /** A repeated walk must change nothing, so every POST says which one it is, and no two are the same. */
    @ParameterizedTest
    @MethodSource("samples")
    void everyPostOfASampleMayBeRepeated(String sample) {
        var keys = new HashSet<String>();
        for (var request : Samples.read(sample).requests()) {
            if (request.method().equals("POST") && !request.url().endsWith("/approve")) {
                var key = request.headers().stream()
                        .filter(header -> header.name().equals("Idempotency-Key"))
                        .map(Header::value)
                        .findFirst();
                assertTrue(key.isPresent() && keys.add(key.get()), sample + ":" + request.line());
            }
        }
    }
}
