package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.Ledger.Point;
import no.nullpunkt.testing.MailServer;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.ServiceClient;
import no.nullpunkt.testing.ServiceClient.Answer;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances serve from one database, started at the same moment. At last one of them is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TIMES = 20;

    /** The administrator too. */
    private static final int PEOPLE = Writers.COUNT + 1;

    private static final int LAST_DUE_DAY = 28;

    /** After the last month of the writers. */
    private static final String NEVER_WRITTEN_ELSE = "2026-01";

    private static final PostgresServer DATABASE = PostgresServer.create(Map.of());
    private static final Ledger LEDGER = new Ledger();
    private static final PackagedService ONE = new PackagedService(ServedMunicipality.settings(DATABASE.jdbcUrl()));
    private static final PackagedService OTHER = new PackagedService(PackagedService.inEarnest(DATABASE.jdbcUrl()));
    private static ServedMunicipality municipality;

    @BeforeAll
    static void startBothOnAnEmptyDatabase() throws Exception {
        DATABASE.start();
        startTogether(ONE, OTHER);
        municipality = ServedMunicipality.create(ONE, Writers.COUNT, 4, 4);
    }

    @AfterAll
    static void end() {
        ONE.close();
        OTHER.close();
        DATABASE.close();
    }

    @Test
    void migrationsAreRunOnce() throws SQLException {
        assertEquals(0, number("""
                        select count(*) - count(distinct version) + count(*) filter (where not success)
                        from flyway_schema_history where version is not null
                        """));
    }

    @Test
    void aKeyCreatesOnceThoughBothAreAskedAtTheSameMoment() throws Exception {
        var path = municipality.path("/rollouts/" + municipality.rollout() + "/costs");
        for (int i = 0; i < TIMES; i++) {
            var description = "once " + i;
            var cost = Map.of("month", "2024-06", "kind", "RUNNING", "nok", 1, "description", description);
            var answers = atBoth(
                    0,
                    client -> client.post(path, cost, "Idempotency-Key", description)
                            .mustBe(201));
            assertEquals(answers.get(0).body(), answers.get(1).body());
            LEDGER.cost(description, answers.get(0).json().get("id").asText());
        }
        LEDGER.mustStandIn(DATABASE);
    }

    @Test
    void ofTwoCorrectionsAtTheSameMomentOneIsRefused() throws Exception {
        var point = new Point(municipality.series().get(0), NEVER_WRITTEN_ELSE);
        var path = municipality.path(point.series().value(point.month()));
        municipality
                .person(ONE.baseUri(), 0)
                .put(path, Map.of("status", "MEASURED", "value", -1))
                .mustBe(201);
        LEDGER.value(point, -1);
        for (int i = 0; i < TIMES; i++) {
            var seen = "\"" + (LEDGER.versions(point) - 1) + "\"";
            var next = new AtomicInteger(i * 2);
            var answers = atBoth(
                    0,
                    client -> client.put(
                            path, Map.of("status", "MEASURED", "value", next.getAndIncrement()), "If-Match", seen));
            var taken =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            assertEquals(1, taken.size(), answers.toString());
            assertTrue(
                    answers.stream().allMatch(answer -> List.of(200, 409, 412).contains(answer.status())),
                    answers.toString());
            LEDGER.value(point, taken.get(0).json().get("value").asInt());
        }
        LEDGER.mustStandIn(DATABASE);
    }

    private interface Request {
        Answer send(ServiceClient client) throws Exception;
    }

    private static List<Answer> atBoth(int person, Request request) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Answer> atOne = () -> request.send(municipality.person(ONE.baseUri(), person));
            Callable<Answer> atOther = () -> request.send(municipality.person(OTHER.baseUri(), person));
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(List.of(atOne, atOther))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whenOneIsKilledTheOtherGoesOnWithItsSessionsAndItsWork() throws Exception {
        var browser = new Browser();
        browser.get(ONE.baseUri() + "/logg-inn").then().statusCode(200);
        var credentials = municipality.credentials(0).split(":");
        browser.post(
                        ONE.baseUri() + "/logg-inn",
                        "epost",
                        credentials[0],
                        "passord",
                        credentials[1],
                        "videre",
                        "/konto")
                .then()
                .statusCode(303);
        try (var writers = Writers.start(municipality, LEDGER, 600, i -> inTurn(i))) {
            Thread.sleep(700);
            ONE.kill();
            Thread.sleep(700);
            writers.finish();
        }
        LEDGER.mustStandIn(DATABASE);
        browser.get(OTHER.baseUri() + "/konto").then().statusCode(200);
    }

    /** As a balancer sends them. */
    private static Supplier<ServiceClient> inTurn(int person) {
        var clients = List.of(municipality.person(ONE.baseUri(), person), municipality.person(OTHER.baseUri(), person));
        var turn = new AtomicInteger();
        return () -> clients.get(turn.getAndIncrement() % clients.size());
    }

    /** Both look for whom to remind as soon as they have started. */
    @Test
    void eachReminderIsSentOnce() throws Exception {
        remindAllDay();
        var port = PackagedService.freePort();
        try (var mails = MailServer.start(port);
                var third = new PackagedService(mailing(port));
                var fourth = new PackagedService(mailing(port))) {
            startTogether(third, fourth);
            Waiting.until(SOON, () -> mails.received().size() >= PEOPLE);
            Waiting.until(SOON, () -> number("select count(*) from reminder where status = 'WAITING'") == 0);
            assertEquals(PEOPLE, mails.received().size());
            assertEquals(
                    PEOPLE,
                    mails.received().stream()
                            .map(MailServer.Received::to)
                            .distinct()
                            .count());
        }
    }

    private static Map<String, String> mailing(int port) {
        var today = LocalDate.now(ZoneId.of("Europe/Oslo")).getDayOfMonth();
        var settings = PackagedService.inEarnest(DATABASE.jdbcUrl());
        settings.put("nullpunkt.address", "https://nullpunkt.kommune.no");
        settings.put("nullpunkt.entry.due-day", String.valueOf(Math.min(today, LAST_DUE_DAY)));
        settings.put("quarkus.mailer.from", "Nullpunkt <nullpunkt@kommune.no>");
        settings.put("quarkus.mailer.port", String.valueOf(port));
        return settings;
    }

    private static void startTogether(PackagedService first, PackagedService second) {
        first.launch();
        second.launch();
        first.awaitReady();
        second.awaitReady();
    }

    /** From midnight, on the due date and the days after it; each person owes the values of one series. */
    private static void remindAllDay() throws SQLException {
        execute("""
                select begin_change(municipality_id, null, 'test') from rollout;
                insert into reminder_schedule (municipality_id, active, days_before, days_after, missed_periods, hour, version)
                select municipality_id, true, 0, 1, 12, 0, 0 from rollout;
                update series set measurer_id = person.id
                from (select municipality_id, id, row_number() over (order by id) as place from person) person
                join (select municipality_id, id, row_number() over (order by id) as place from series) own
                    on own.municipality_id = person.municipality_id and own.place = person.place
                where series.municipality_id = own.municipality_id and series.id = own.id
                """);
    }

    private static long number(String question) {
        try (var connection = DATABASE.asSuperuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.asSuperuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
