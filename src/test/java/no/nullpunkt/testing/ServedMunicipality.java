package no.nullpunkt.testing;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;

/**
 * A municipality of a service in another process, made as people make it: the first administrator comes in with the code
 * of the log, invites the others, and a project leader registers one benefit with many series.
 */
public final class ServedMunicipality {

    private static final String NUMBER = "0301";
    private static final String ADMINISTRATOR = "kari.nordmann@oslo.example";
    private static final String PASSWORD = "sju fjell og en elg";
    private static final Pattern CODE = Pattern.compile("\"invitation\": \"([^\"]+)\"");
    private static final String FIRST_MONTH = "2023-01";

    /** One indicator in one unit, measured every month from January 2023. */
    public record Series(UUID indicatorId, UUID unitId) {

        /** The path of a month's value within the municipality. */
        public String value(String month) {
            return "/indicators/" + indicatorId + "/units/" + unitId + "/values/" + month;
        }
    }

    private final List<UUID> units = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private UUID rollout;

    private ServedMunicipality() {}

    /** The settings of a service in earnest that lets the municipality's first administrator in. */
    public static Map<String, String> settings(String jdbcUrl) {
        var settings = PackagedService.inEarnest(jdbcUrl);
        settings.put("nullpunkt.first-administrator.municipality", NUMBER);
        settings.put("nullpunkt.first-administrator.name", "Kari Nordmann");
        settings.put("nullpunkt.first-administrator.email", ADMINISTRATOR);
        // The least that is taken: what is tried here is not how long a hash takes.
        settings.put("nullpunkt.bcrypt-cost", "10");
        return settings;
    }

    /**
     * Makes it by a service that has just started with {@link #settings} on an empty database.
     *
     * @param people project leaders, who may do most things; each has an account
     */
    public static ServedMunicipality create(PackagedService service, int people, int unitCount, int indicatorCount)
            throws IOException {
        var it = new ServedMunicipality();
        var code = CODE.matcher(service.said());
        if (!code.find()) {
            throw new IllegalStateException("No code for the first administrator in " + service.said());
        }
        var administrator = new ServiceClient(service.baseUri(), ADMINISTRATOR, PASSWORD);
        it.setPassword(administrator, code.group(1));
        for (int i = 0; i < people; i++) {
            it.invite(administrator, i);
        }
        for (int i = 0; i < unitCount; i++) {
            it.units.add(it.created(administrator, "/units", Map.of("name", "Hjemmetjenesten " + i)));
        }
        it.register(it.person(service.baseUri(), 0), indicatorCount);
        return it;
    }

    private void setPassword(ServiceClient anyone, String code) throws IOException {
        anyone.post("/api/v1/account", Map.of("invitation", code, "password", PASSWORD))
                .mustBe(204);
    }

    private void invite(ServiceClient administrator, int i) throws IOException {
        var person = created(administrator, "/people", Map.of("name", "Prosjektleder " + i, "email", email(i)));
        created(administrator, "/people/" + person + "/grants", Map.of("role", Role.PROJECT_LEADER));
        created(administrator, "/people/" + person + "/grants", Map.of("role", Role.LEADER));
        var invitation = administrator.post(path("/people/" + person + "/invitation"), Map.of("mailed", false));
        setPassword(administrator, invitation.json().get("code").asText());
    }

    private void register(ServiceClient leader, int indicatorCount) throws IOException {
        var unitIds = units.toArray(UUID[]::new);
        rollout = created(leader, "/rollouts", Bodies.with(Bodies.rollout(unitIds), "goLive", FIRST_MONTH));
        var me = UUID.fromString(leader.get("/api/v1/me").json().get("personId").asText());
        var benefit = created(leader, "/rollouts/" + rollout + "/benefits", Bodies.benefit(me, me));
        for (int i = 0; i < indicatorCount; i++) {
            var body = new LinkedHashMap<>(Bodies.indicator(unitIds));
            body.put("name", "Utrykninger " + i);
            body.put(
                    "valuation",
                    // Hours of one benefit count once in a unit.
                    i > 0
                            ? Map.of("kind", "NONE")
                            : Map.of(
                                    "kind",
                                    "HOURS",
                                    "perUnit",
                                    List.of(Map.of("from", FIRST_MONTH, "amount", new BigDecimal("0.75")))));
            var indicator = created(leader, "/benefits/" + benefit + "/indicators", body);
            for (var unit : units) {
                series.add(new Series(indicator, unit));
            }
        }
    }

    private UUID created(ServiceClient client, String path, Object body) throws IOException {
        return UUID.fromString(
                client.post(path(path), body).mustBe(201).json().get("id").asText());
    }

    private static String email(int i) {
        return "prosjektleder" + i + "@oslo.example";
    }

    /** One of its people, at a service that serves it. */
    public ServiceClient person(URI service, int i) {
        return new ServiceClient(service, email(i), PASSWORD);
    }

    /** E-mail and password of one of its people, with a colon between. */
    public String credentials(int i) {
        return email(i) + ":" + PASSWORD;
    }

    /** The whole path of what lies in the municipality. */
    public String path(String below) {
        return "/api/v1/municipalities/" + NUMBER + below;
    }

    public List<Series> series() {
        return series;
    }

    public UUID rollout() {
        return rollout;
    }
}
