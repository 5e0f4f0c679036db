package no.nullpunkt.demonstration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a request was answered. */
record Answer(int status, String contentType, byte[] body) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isJson() {
        return contentType.contains("json");
    }

    /**
     * What stands at a path such as {@code $.benefits[0].id}: the part of JSONPath that all the tools know.
     *
     * @return null where nothing does
     */
    String at(String path) {
        if (!isJson() || !path.startsWith("$")) {
            return null;
        }
        var pointer = path.substring(1).replace("[", "/").replace("]", "").replace('.', '/');
        var node = json().at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new WalkException("The answer is not the JSON it says it is: " + text(), e);
        }
    }

    /** For people to read. */
    String text() {
        if (!isJson()) {
            return contentType.startsWith("text/")
                    ? new String(body, StandardCharsets.UTF_8)
                    : body.length + " bytes of " + contentType;
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json());
        } catch (JsonProcessingException e) {
            throw new WalkException("The answer cannot be written", e);
        }
    }
}
