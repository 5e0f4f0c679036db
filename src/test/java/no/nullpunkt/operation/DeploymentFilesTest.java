package no.nullpunkt.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.openapi.JSON;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.nullpunkt.production.StartCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The files under {@code docker} are what they say they are: Kubernetes' own client, made of its API, knows every field;
 * and what they configure is what the service starts with. {@code .ci/run} lints the rest.
 */
class DeploymentFilesTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Path KUBERNETES = DOCKER.resolve("kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What the image sets. */
    private static final Map<String, String> IMAGE =
            Map.of("QUARKUS_HTTP_HOST", "0.0.0.0", "QUARKUS_MANAGEMENT_HOST", "0.0.0.0");

    private static List<JsonNode> resources() throws IOException {
        var resources = new ArrayList<JsonNode>();
        for (var file :
                YAML.readTree(KUBERNETES.resolve("kustomization.yaml").toFile()).path("resources")) {
            try (var documents = YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(KUBERNETES.resolve(file.asText()).toFile())) {
                resources.addAll(documents.readAll());
            }
        }
        return resources;
    }

    private static JsonNode resource(String kind) throws IOException {
        return resources().stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Refuses fields that the kind does not have, fields it lacks, values of another type, and unknown kinds. */
    private static Object known(JsonNode resource) throws ClassNotFoundException {
        var version = resource.path("apiVersion").asText();
        var kind = resource.path("kind").asText();
        var group = version.contains("/") ? version.replaceFirst("[./].*", "") : "core";
        var number = version.replaceFirst(".*/", "").toUpperCase(Locale.ROOT);
        var api = Class.forName("io.kubernetes.client.openapi.apis."
                + Character.toUpperCase(group.charAt(0))
                + group.substring(1)
                + number
                + "Api");
        assertTrue(
                Arrays.stream(api.getMethods())
                        .anyMatch(method -> method.getName().matches("create(?:Namespaced)?" + kind)),
                version + " has no " + kind);
        return JSON.deserialize(
                resource.toString(), Class.forName("io.kubernetes.client.openapi.models." + number + kind));
    }

    @Test
    void kubernetesKnowsEveryFieldOfTheManifests() throws Exception {
        var kinds = new TreeSet<String>();
        for (var resource : resources()) {
            assertNotNull(known(resource));
            kinds.add(resource.path("kind").asText());
        }
        assertEquals(
                List.of(
                        "ConfigMap",
                        "Deployment",
                        "Ingress",
                        "Namespace",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service"),
                List.copyOf(kinds));
    }

    /** So that the test above can fail. */
    @ParameterizedTest
    @CsvSource({
        "/spec, replicaz, 2",
        "/spec/template/spec/containers/0/livenessProbe/httpGet, pfad, /health",
        "/spec/template/spec/containers/0/livenessProbe, periodSeconds, often",
        "/spec/template/spec/containers/0/resources/limits, memory, 1Gigabyte",
        "'', apiVersion, policy/v1",
        "'', kind, Employment"
    })
    void aMistakeInTheManifestsIsFound(String where, String field, String value) throws IOException {
        var deployment = resource("Deployment");
        ((ObjectNode) deployment.at(where)).put(field, value);

        assertThrows(Throwable.class, () -> known(deployment));
    }

    @Test
    void everyManifestIsAppliedAndAllThatSelectsSelectsThePods() throws IOException {
        var applied = new TreeSet<String>(List.of("kustomization.yaml"));
        YAML.readTree(KUBERNETES.resolve("kustomization.yaml").toFile())
                .path("resources")
                .forEach(file -> applied.add(file.asText()));
        try (var files = Files.list(KUBERNETES)) {
            assertEquals(
                    applied,
                    new TreeSet<>(
                            files.map(file -> file.getFileName().toString()).toList()));
        }
        var labels = resource("Deployment").at("/spec/template/metadata/labels");
        assertEquals(labels, resource("Service").at("/spec/selector"));
        for (var selector : List.of(
                resource("Deployment").at("/spec/selector/matchLabels"),
                resource("Deployment").at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels"),
                resource("PodDisruptionBudget").at("/spec/selector/matchLabels"),
                resource("NetworkPolicy").at("/spec/podSelector/matchLabels"))) {
            assertEquals(labels, selector);
        }
    }

    @Test
    void thePodsHaveNoRightsTheyDoNotNeed() throws IOException {
        var pod = resource("Deployment").at("/spec/template/spec");
        var container = pod.at("/containers/0");

        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals(10001, pod.at("/securityContext/runAsUser").asInt());
        assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
        assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean());
        assertFalse(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true));
        assertEquals(
                "[\"ALL\"]", container.at("/securityContext/capabilities/drop").toString());
    }

    /** Whoever waits for a pod to end waits longer than the pod lets requests under way take. */
    @Test
    void aPodIsGivenTheTimeItTakesToEnd() throws IOException {
        var pod = resource("Deployment").at("/spec/template/spec");
        var shutdown = Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)S$")
                .matcher(Files.readString(Path.of("src", "main", "resources", "application.properties")));
        assertTrue(shutdown.find());
        var longest = Integer.parseInt(shutdown.group(1))
                + pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();

        assertTrue(pod.path("terminationGracePeriodSeconds").asInt() > longest);
        var grace = Compose.read().at("/services/nullpunkt/stop_grace_period").asText();
        assertTrue(Integer.parseInt(grace.replace("s", "")) > longest, grace);
    }

    @Test
    void whatComposeConfiguresStarts() throws IOException {
        var environment = new HashMap<>(IMAGE);
        environment.putAll(Compose.environment());

        assertStarts(environment);
    }

    @Test
    void whatKubernetesConfiguresStarts() throws IOException {
        var environment = new HashMap<>(IMAGE);
        resource("ConfigMap")
                .path("data")
                .fields()
                .forEachRemaining(
                        each -> environment.put(each.getKey(), each.getValue().asText()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "nullpunkt");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", Compose.PASSWORD);
        environment.put("QUARKUS_FLYWAY_USERNAME", "nullpunkt_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", Compose.PASSWORD);

        assertStarts(environment);
    }

    /** Nothing is wrong but that the database is not there. */
    private static void assertStarts(Map<String, String> environment) throws IOException {
        var properties = Path.of("src", "main", "resources", "application.properties")
                .toUri()
                .toURL();
        var url = environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/nullpunkt");
        assertTrue(url.startsWith("jdbc:postgresql://"), url);

        var faults = check(properties, environment).faults();
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.get(0).startsWith("The database does not let the service in"), faults.get(0));

        environment.remove("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
        assertEquals(2, check(properties, environment).faults().size(), "each setting counts");
    }

    private static StartCheck check(URL properties, Map<String, String> environment) throws IOException {
        return new StartCheck(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, 250), new EnvConfigSource(environment, 300))
                .addDefaultInterceptors()
                .build());
    }

    @Test
    void noSecretStandsInAnyFile() throws IOException {
        var example = Files.readAllLines(DOCKER.resolve("nullpunkt.env.example"));
        var passwords =
                example.stream().filter(line -> line.contains("PASSWORD")).toList();
        assertEquals(3, passwords.size());
        passwords.forEach(line -> assertTrue(line.endsWith("="), line));

        var asked = Pattern.compile("\\$\\{(\\w+):\\?}")
                .matcher(Files.readString(DOCKER.resolve("compose.yaml")))
                .results()
                .map(match -> match.group(1))
                .toList();
        var told = example.stream()
                .filter(line -> line.matches("\\w+=.*"))
                .map(line -> line.replaceFirst("=.*", ""))
                .toList();
        assertEquals(new TreeSet<>(asked), new TreeSet<>(told), "what compose.yaml asks for is what the example lists");

        assertTrue(resources().stream()
                .noneMatch(each -> each.path("kind").asText().equals("Secret")));
        var keys = new ArrayList<String>();
        resource("ConfigMap").path("data").fieldNames().forEachRemaining(keys::add);
        assertTrue(keys.stream().noneMatch(key -> key.matches(".*(?:PASSWORD|SECRET|KEY)")), keys.toString());
    }
}
