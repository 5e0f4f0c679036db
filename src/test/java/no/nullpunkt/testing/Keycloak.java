package no.nullpunkt.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real Keycloak on loopback, started once for all tests that want it, with the realms of {@code keycloak/}. */
public final class Keycloak {

    public static final String REALM = "nullpunkt";
    public static final String PASSWORD = "a password at the provider";

    private static final Path HOME = Path.of("target", "keycloak", "keycloak-26.3.0");
    private static final Path REALMS = Path.of("src", "test", "resources", "keycloak");
    private static final Duration START = Duration.ofMinutes(4);

    /** Shorter than the minute of its token. */
    private static final Duration ADMINISTRATOR_HOLDS = Duration.ofSeconds(30);

    private static Keycloak shared;

    private final URI address =
            URI.create(ConfigProvider.getConfig().getValue("nullpunkt.oidc.keycloak.issuer", String.class));
    private Process process;
    private String administrator;
    private long administratorSince;

    private Keycloak() {}

    /** The one of all tests, which runs unless a test has stopped it. */
    public static synchronized Keycloak get() {
        if (shared == null) {
            try {
                importRealms();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared = new Keycloak();
            shared.start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        return shared;
    }

    private static void importRealms() throws IOException {
        var data = HOME.resolve("data");
        Directories.delete(data);
        var imported = Files.createDirectories(data.resolve("import"));
        try (var realms = Files.list(REALMS)) {
            for (var realm : realms.toList()) {
                Files.copy(realm, imported.resolve(realm.getFileName()));
            }
        }
    }

    public void start() {
        var builder = new ProcessBuilder(
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + address.getPort())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/keycloak.log")));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_OPTS",
                                "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -Dfile.encoding=UTF-8",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waiting.until(START, this::answers);
    }

    public void stop() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each ->
                each.onExit().completeOnTimeout(each, 30, TimeUnit.SECONDS).join());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended; see target/keycloak.log");
        }
        try {
            var connection = (HttpURLConnection) URI.create(address + "/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells the client of the pages where they are: tests listen on a port of their own. */
    public void leadBackTo(String pages) {
        var clients = admin(REALM).get("/clients?clientId=nullpunkt").jsonPath();
        admin(REALM)
                .body(Map.of("clientId", "nullpunkt", "redirectUris", List.of(pages + "/*")))
                .put("/clients/" + clients.getString("[0].id"))
                .then()
                .statusCode(204);
    }

    /** Adds someone who has {@link #PASSWORD}, and answers the subject. */
    public String addUser(String realm, String email, boolean verified, Map<String, List<String>> attributes) {
        var location = admin(realm)
                .body(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "emailVerified",
                        verified,
                        "enabled",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Testesen",
                        "attributes",
                        attributes,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))))
                .post("/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public String addUser(String email) {
        return addUser(REALM, email, true, Map.of());
    }

    /** What someone gets by their password, in a realm's client. */
    public Tokens tokensOf(String realm, String client, String email) {
        return tokens(
                base() + "/realms/" + realm,
                Map.of(
                        "grant_type", "password",
                        "scope", "openid",
                        "client_id", client,
                        "username", email,
                        "password", PASSWORD));
    }

    public String accessTokenOf(String email) {
        return tokensOf(REALM, "tool", email).access();
    }

    /** The same server by another name, and so another issuer, with the same keys. */
    public String accessTokenByOtherName(String email) {
        return tokens(
                        base().replace("127.0.0.1", "localhost") + "/realms/" + REALM,
                        Map.of("grant_type", "password", "client_id", "tool", "username", email, "password", PASSWORD))
                .access();
    }

    public String accessTokenOfMachine(String client, String secret) {
        return tokens(
                        base() + "/realms/" + REALM,
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret))
                .access();
    }

    public record Tokens(String access, String id) {}

    private static Tokens tokens(String issuer, Map<String, String> form) {
        var answer = given().formParams(form)
                .post(issuer + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract();
        return new Tokens(answer.path("access_token"), answer.path("id_token"));
    }

    /**
     * Signs someone in there as a browser without script does.
     *
     * @param asked where the service sent the browser
     * @return where the browser is sent back to, without going there
     */
    public static String signIn(String asked, String email) {
        var page = given().urlEncodingEnabled(false)
                .get(asked)
                .then()
                .statusCode(200)
                .extract();
        var action = page.htmlPath().getString("**.find { it.@id == 'kc-form-login' }.@action");
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded")
                .body("username=" + email.replace("@", "%40") + "&password=" + PASSWORD.replace(" ", "+"))
                .post(action)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    /** A request to the administration of a realm. */
    public RequestSpecification admin(String realm) {
        if (administrator == null || System.nanoTime() - administratorSince > ADMINISTRATOR_HOLDS.toNanos()) {
            administrator = tokens(
                            base() + "/realms/master",
                            Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", "admin"))
                    .access();
            administratorSince = System.nanoTime();
        }
        return given().baseUri(base())
                .basePath("/admin/realms/" + realm)
                .auth()
                .oauth2(administrator)
                .contentType(ContentType.JSON);
    }

    /** Where it listens. */
    public String base() {
        return "http://127.0.0.1:" + address.getPort();
    }
}
