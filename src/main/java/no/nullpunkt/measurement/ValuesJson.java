package no.nullpunkt.measurement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.measurement.Place.Spot;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.UnreadableJson;

/** Reads {@code {"values": [...]}} value by value, so that one that cannot be read does not hide the others. */
final class ValuesJson {

    private static final String VALUES = "values";

    private ValuesJson() {}

    /**
     * The values, read or not.
     *
     * @throws Problem 400 where the body as a whole cannot be read, 413 for more values than are taken
     * @throws JsonProcessingException where it is no JSON
     */
    static List<EnteredRow> read(InputStream body, ObjectMapper mapper) throws IOException {
        var rows = new ArrayList<EnteredRow>();
        // What follows a value is the next one.
        var reader = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (var parser = mapper.createParser(body)) {
            mustBe(parser.nextToken(), JsonToken.START_OBJECT, "");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readField(parser, reader, rows);
            }
            mustBe(parser.nextToken(), null, "");
        }
        return rows;
    }

    private static void readField(JsonParser parser, ObjectReader reader, List<EnteredRow> rows) throws IOException {
        var name = parser.currentName();
        if (!name.equals(VALUES)) {
            throw Problem.notUnderstood("unknown-field", name).at("/" + name, "unknown-field", name);
        }
        mustBe(parser.nextToken(), JsonToken.START_ARRAY, "/" + VALUES);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            BulkService.mustBeFewEnough(rows.size() + 1);
            rows.add(row(rows.size(), reader.readTree(parser), reader));
        }
    }

    private static EnteredRow row(int index, JsonNode value, ObjectReader reader) {
        Place place = field -> new Spot("/" + VALUES + "/" + index + field, null, null);
        if (!value.isObject()) {
            return EnteredRow.unreadable(place, Problem.notUnderstood("wrong-shape"));
        }
        try {
            return EnteredRow.of(place, reader.treeToValue(value, EnteredValue.class));
        } catch (JsonProcessingException e) {
            return EnteredRow.unreadable(place, UnreadableJson.problem(e));
        }
    }

    private static void mustBe(JsonToken found, JsonToken expected, String pointer) {
        if (found != expected) {
            throw Problem.notUnderstood("wrong-shape").at(pointer, "wrong-shape");
        }
    }
}
