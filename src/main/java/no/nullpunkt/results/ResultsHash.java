package no.nullpunkt.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Seals results by the bytes the API sends them in, so that anyone can ask for them again and compare. */
@ApplicationScoped
public class ResultsHash {

    private final ObjectMapper json;

    ResultsHash(ObjectMapper json) {
        this.json = json;
    }

    /** SHA-256 of the JSON, in hexadecimal. */
    public String of(Results results) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(results));
            return HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
