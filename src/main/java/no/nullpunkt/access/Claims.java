package no.nullpunkt.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a token says. Whether it may be believed is for others to find out. */
final class Claims {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> YES = Set.of("true", "1");

    private final JsonNode payload;

    private Claims(JsonNode payload) {
        this.payload = payload;
    }

    /** The claims of a JSON Web Token; none where it is something else. */
    static Claims of(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return new Claims(MissingNode.getInstance());
        }
        try {
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return new Claims(JSON.readTree(payload));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return new Claims(MissingNode.getInstance());
        }
    }

    /** A text or number; empty where there is none, or something else. */
    Optional<String> text(String claim) {
        return Optional.of(at(claim)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /** One or several texts. */
    List<String> texts(String claim) {
        var found = at(claim);
        if (!found.isArray()) {
            return text(claim).stream().toList();
        }
        var texts = new ArrayList<String>();
        found.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Entra ID says 1 where others say true. */
    boolean isTrue(String claim) {
        return text(claim).filter(YES::contains).isPresent();
    }

    /** A name may itself have slashes in it, as addresses do. */
    private JsonNode at(String claim) {
        return payload.has(claim) ? payload.get(claim) : payload.at("/" + claim);
    }
}
