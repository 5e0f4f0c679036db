package no.nullpunkt.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code docker/compose.yaml}. */
final class Compose {

    /** As an operator makes one. */
    static final String PASSWORD = "h3Vq9zTnW5sK8dLx2BfGy7RcPm4JwQa6";

    private Compose() {}

    static JsonNode read() throws IOException {
        return new YAMLMapper().readTree(Path.of("docker", "compose.yaml").toFile());
    }

    /** What it gives the service, where nullpunkt.env is filled in. */
    static Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        read().at("/services/nullpunkt/environment")
                .fields()
                .forEachRemaining(each -> environment.put(
                        each.getKey(),
                        each.getValue()
                                .asText()
                                .replace("${NULLPUNKT_ADDRESS:?}", "https://nullpunkt.kommune.no")
                                .replaceFirst("\\$\\{\\w+:\\?}", PASSWORD)));
        return environment;
    }
}
