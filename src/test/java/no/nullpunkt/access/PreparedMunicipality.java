package no.nullpunkt.access;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.with;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;

/** A municipality with something of everything, with all who may ask for it, and with means to make more. */
final class PreparedMunicipality {

    static final String MONTH = "2026-01";

    final Municipality here = Municipality.create();
    final Municipality elsewhere = Municipality.create();
    final Municipality neighbour = Municipality.create();
    final UUID unit = create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
    final UUID otherUnit = create(Role.ADMINISTRATOR, "/units", Map.of("name", "Sykehjemmet"));
    final UUID owner;
    final UUID overallOwner;
    final UUID measurer;
    final UUID rollout;
    final UUID benefit;
    final UUID indicator;
    private final Map<Asker, String> names = new EnumMap<>(Asker.class);
    private final Map<Asker, Browser> browsers = new EnumMap<>(Asker.class);
    private int made;

    PreparedMunicipality() {
        Asker.BY_ROLE.forEach(asker -> names.put(asker, asker.name()));
        owner = add(Asker.OWNER, Role.BENEFIT_OWNER, unit);
        overallOwner = add(Asker.OVERALL_OWNER, Role.BENEFIT_OWNER, otherUnit);
        add(Asker.IN_UNIT, Role.BENEFIT_OWNER, unit);
        add(Asker.IN_OTHER_UNIT, Role.BENEFIT_OWNER, otherUnit);
        measurer = add(Asker.MEASURER, Role.BENEFIT_OWNER, otherUnit);
        add(Asker.MACHINE, Role.INTEGRATION, unit);
        add(Asker.MACHINE_IN_OTHER_UNIT, Role.INTEGRATION, otherUnit);
        addLeading();
        rollout = rollout();
        benefit = benefit();
        indicator = series();
        put(Role.PROJECT_LEADER, series(indicator) + "/baseline", baseline("90"));
        put(Role.PROJECT_LEADER, series(indicator) + "/values/" + MONTH, measured("40"));
        for (var parameter : List.of("hours-per-fte", "hourly-cost")) {
            put(Role.ADMINISTRATOR, "/parameters/" + parameter + "/" + MONTH, Map.of("value", 1700));
        }
        for (var asker : names.keySet()) {
            as(asker).post("/calendar-feed");
        }
    }

    /** Roles that are of the whole municipality, granted in a unit as no operation does it. */
    private void addLeading() {
        var person = add(Asker.LEADING_IN_UNIT, Role.LEADER, unit);
        for (var role : List.of(Role.ADMINISTRATOR, Role.PROJECT_LEADER)) {
            here.execute("""
                    select begin_change(%%d, null, 'test');
                    insert into role_grant (municipality_id, id, person_id, role, unit_id, version)
                    values (%%d, gen_random_uuid(), '%s', '%s', '%s', 0)
                    """.formatted(person, role, unit));
        }
    }

    private UUID add(Asker asker, Role role, UUID unitId) {
        names.put(asker, asker.name());
        return here.addPerson(asker.name(), role, unitId);
    }

    /** A request to this municipality; nobody's where nobody asks. */
    RequestSpecification as(Asker asker) {
        return here.as(names.get(asker));
    }

    /** A browser signed in as whoever asks; nobody's is not signed in. */
    Browser browser(Asker asker) {
        return browsers.computeIfAbsent(asker, this::signedIn);
    }

    /** One that is used once. */
    Browser signedIn(Asker asker) {
        var browser = new Browser();
        if (asker == Asker.ELSEWHERE) {
            browser.signIn(elsewhere.credentials(Role.PROJECT_LEADER), "/")
                    .then()
                    .statusCode(303);
        } else if (asker != Asker.NOBODY) {
            browser.signIn(here.credentials(names.get(asker)), "/").then().statusCode(303);
        }
        return browser;
    }

    Browser signedInElsewhere(Role role) {
        var browser = new Browser();
        browser.signIn(elsewhere.credentials(role), "/").then().statusCode(303);
        return browser;
    }

    String next(String prefix) {
        return prefix + made++;
    }

    /** A month that nothing else is made in, long before anything was measured. */
    String month() {
        var next = made++;
        return "%d-%02d".formatted(2000 + next / 12, next % 12 + 1);
    }

    UUID create(Role role, String path, Object body) {
        return here.create(role, path, body);
    }

    Response put(Role role, String path, Object body) {
        var answer = here.as(role).body(body).put(path);
        answer.then().statusCode(201);
        return answer;
    }

    UUID unit() {
        return create(Role.ADMINISTRATOR, "/units", Map.of("name", next("Enhet ")));
    }

    UUID person() {
        return create(
                Role.ADMINISTRATOR,
                "/people",
                Map.of("name", next("Person "), "email", next("person") + "@example.org"));
    }

    UUID grant(UUID person) {
        return create(Role.ADMINISTRATOR, "/people/" + person + "/grants", Map.of("role", "LEADER"));
    }

    String invitation(UUID person) {
        return here.as(Role.ADMINISTRATOR)
                .body(Map.of("mailed", false))
                .post("/people/" + person + "/invitation")
                .path("code");
    }

    /** What everyone's password is, and is again after a change. */
    String password() {
        here.restorePasswords();
        elsewhere.restorePasswords();
        return here.credentials(Role.LEADER).split(":", 2)[1];
    }

    /** Somebody who has forgotten a password, after whom no one need wait: so many are seldom asked for from one place. */
    String forgetful() {
        here.execute("delete from sign_in_failure");
        return next("glemsk") + "@example.org";
    }

    /** A session of the owner. */
    String session() {
        signedIn(Asker.OWNER);
        return as(Asker.OWNER).basePath("").get("/api/v1/me/sessions").path("items[0].id");
    }

    UUID ended() {
        var person = person();
        here.as(Role.ADMINISTRATOR).body(Map.of("reason", "Slutter")).post("/people/" + person + "/end");
        return person;
    }

    UUID rollout() {
        return create(Role.PROJECT_LEADER, "/rollouts", with(Bodies.rollout(unit), "name", next("Innføring ")));
    }

    UUID withBenefit() {
        var rollout = rollout();
        benefit(rollout, Map.of("title", "Gevinst"));
        return rollout;
    }

    UUID closedRollout() {
        var closed = rollout();
        here.as(Role.PROJECT_LEADER)
                .body(Map.of("on", "2026-01-01"))
                .post("/rollouts/" + closed + "/close")
                .then()
                .statusCode(200);
        return closed;
    }

    UUID benefit() {
        return benefit(rollout, Bodies.benefit(owner, overallOwner));
    }

    UUID benefit(UUID of, Map<String, Object> body) {
        return create(Role.PROJECT_LEADER, "/rollouts/" + of + "/benefits", body);
    }

    /** An indicator measured in the unit by the measurer. */
    UUID series() {
        var made = create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/indicators",
                with(indicator(unit), "name", next("Utrykninger ")));
        here.as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Map.of("measurerId", measurer))
                .put(series(made))
                .then()
                .statusCode(200);
        return made;
    }

    String series(UUID indicatorId) {
        return "/indicators/" + indicatorId + "/units/" + unit;
    }

    /** A series with a value that a machine wrote, which a person may take away as well. */
    UUID measuredSeries() {
        var made = series();
        as(Asker.MACHINE)
                .body(measured("40"))
                .put(series(made) + "/values/" + MONTH)
                .then()
                .statusCode(201);
        return made;
    }

    UUID seriesWithBaseline() {
        var made = series();
        put(Role.PROJECT_LEADER, series(made) + "/baseline", baseline("90"));
        return made;
    }

    /** A benefit with a story. */
    UUID withStory(Map<String, Object> story) {
        var told = benefit();
        put(Role.PROJECT_LEADER, "/benefits/" + told + "/success-story", story);
        return told;
    }

    /** A benefit of which the plan says something. */
    UUID planned() {
        var planned = benefit();
        here.as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Map.of("measuring", "Verdt det"))
                .put("/benefits/" + planned + "/plan");
        return planned;
    }

    UUID action() {
        return create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/actions",
                Map.of("kind", "STOP", "description", next("Rutine "), "due", "2026-06-30"));
    }

    UUID disposition() {
        return create(Role.PROJECT_LEADER, "/benefits/" + benefit + "/dispositions", disposed());
    }

    Map<String, Object> disposed() {
        return Map.of("unitId", unit, "month", MONTH, "hours", 0.01, "category", "MORE_USERS");
    }

    UUID draft(String month) {
        return create(Role.LEADER, "/reports", Map.of("kind", "MONTH", "period", month));
    }

    UUID issued(String month) {
        var report = draft(month);
        here.as(Role.LEADER).post("/reports/" + report + "/issue").then().statusCode(200);
        return report;
    }

    /** A unit offered by this municipality. */
    UUID offered() {
        return create(Role.ADMINISTRATOR, "/transfers", offer(neighbour.number, unit()));
    }

    /** A unit offered to this municipality. */
    UUID incoming() {
        var given = neighbour.create(Role.ADMINISTRATOR, "/units", Map.of("name", next("Enhet ")));
        return neighbour.create(Role.ADMINISTRATOR, "/transfers", offer(here.number, given));
    }

    static Map<String, Object> offer(String to, UUID unitId) {
        return Map.of("to", to, "from", MONTH, "unitIds", List.of(unitId), "reason", "Grensen flyttes");
    }

    UUID goal() {
        return create(Role.PROJECT_LEADER, "/goals", Map.of("title", next("Trygt hjemme ")));
    }

    /** A need of the rollout. */
    UUID need() {
        return create(Role.PROJECT_LEADER, "/rollouts/" + rollout + "/needs", Map.of("title", next("Behov ")));
    }

    /** A rollout that is published as a recipe. */
    UUID published() {
        var published = withBenefit();
        recipe(published);
        return published;
    }

    /** The recipe that a rollout is published as. */
    UUID recipe(UUID of) {
        var answer = here.as(Role.LEADER)
                .header("If-Match", "*")
                .body(Map.of("whatWentWrong", "Lite"))
                .put("/rollouts/" + of + "/recipe");
        return UUID.fromString(answer.path("id"));
    }

    Map<String, Object> taking() {
        return Map.of(
                "recipeId",
                recipe(withBenefit()),
                "name",
                next("Som naboen "),
                "unitIds",
                List.of(unit),
                "plannedGoLive",
                MONTH);
    }

    /** A rollout that was built on a recipe. */
    UUID taken() {
        return create(Role.PROJECT_LEADER, "/rollouts:from-recipe", taking());
    }

    UUID network() {
        return create(Role.ADMINISTRATOR, "/networks", networked());
    }

    Map<String, Object> networked() {
        return Map.of("name", next("Nettverk "), "kind", "PROJECT");
    }

    /** A network of this municipality that has invited its neighbour. */
    UUID inviting() {
        var network = network();
        invite(here, network, neighbour);
        return network;
    }

    /** A network of its neighbour that has invited this municipality. */
    UUID invitedTo() {
        var network = neighbour.create(Role.ADMINISTRATOR, "/networks", networked());
        invite(neighbour, network, here);
        return network;
    }

    UUID joined() {
        var network = invitedTo();
        here.as(Role.ADMINISTRATOR)
                .post("/networks/" + network + "/join")
                .then()
                .statusCode(200);
        return network;
    }

    private static void invite(Municipality host, UUID network, Municipality invited) {
        host.as(Role.ADMINISTRATOR)
                .body(Map.of("municipalities", List.of(invited.number)))
                .post("/networks/" + network + "/invite")
                .then()
                .statusCode(200);
    }

    UUID reader(UUID network) {
        return create(Role.ADMINISTRATOR, "/networks/" + network + "/readers", reading());
    }

    Map<String, Object> reading() {
        return Map.of("municipality", neighbour.number, "email", next("leser") + "@example.org");
    }

    /** A network of this municipality with the report shared in it. */
    UUID sharing(UUID report) {
        var network = network();
        here.as(Role.LEADER)
                .put("/networks/" + network + "/shares/" + report)
                .then()
                .statusCode(201);
        return network;
    }

    Map<String, Object> mapping(UUID indicatorId) {
        return Map.of(
                "monthColumn", "Dato",
                "unitColumn", "Avdeling",
                "codeColumn", "Hendelse",
                "units", List.of(Map.of("code", "Sone Øst", "unitId", unit)),
                "indicators",
                        List.of(Map.of(
                                "code", "Utrykning", "indicatorId", indicatorId, "value", Map.of("take", "COUNT"))));
    }

    /** A saved mapping for a series of its own. */
    String mapping() {
        var name = next("nattlig-");
        put(Role.PROJECT_LEADER, "/imports/" + name, mapping(series()));
        return name;
    }

    byte[] workbook() {
        series();
        return as(Asker.MEASURER).get("/entry-workbook?month=" + MONTH).asByteArray();
    }
}
