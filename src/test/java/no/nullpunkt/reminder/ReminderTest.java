package no.nullpunkt.reminder;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MailServer;
import no.nullpunkt.testing.OwnerDatabase;
import no.nullpunkt.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of October are due on 10 November; reminders go out from three days before, and three days after, at seven. */
@QuarkusTest
class ReminderTest {

    @Inject
    ReminderService service;

    @Inject
    ReminderJob job;

    @Inject
    Reminders waiting;

    @Inject
    TestClock clock;

    private final DataSource database = OwnerDatabase.source();

    private MailServer mails;

    @BeforeEach
    void startMailServer() {
        mails = MailServer.start();
    }

    /** Mails left waiting would be sent by the next test. */
    @AfterEach
    void stopMailServer() throws SQLException {
        mails.close();
        clock.reset();
        try (var connection = database.getConnection();
                var drop = connection.createStatement()) {
            drop.execute("update reminder set status = 'DROPPED', ended_at = now() where status = 'WAITING'");
        }
    }

    @Test
    void whoOwesIsRemindedOnceBeforeTheDueDate() {
        var owing = Owing.from("2026-10");

        remind(owing, "2026-11-06T12:00");
        remind(owing, "2026-11-07T06:59");
        assertThat(mails.received(), empty());

        remind(owing, "2026-11-07T07:00");
        assertThat(mails.received(), hasSize(1));
        remind(owing, "2026-11-07T07:01");
        remind(owing, "2026-11-08T07:00");
        remind(owing, "2026-11-10T07:00");
        assertThat(mails.received(), hasSize(1));

        var mail = mails.received().get(0);
        assertEquals(owing.mail(Role.BENEFIT_OWNER), mail.to());
        assertEquals("Ett tall til Nullpunkt innen 10. november 2026", mail.subject());
        assertThat(
                mail.text(), containsString("oktober 2026: frist 10. november 2026\n- Utrykninger, Hjemmetjenesten\n"));
        var link = "https://nullpunkt.example/?kommune=" + owing.municipality.number + "&maned=2026-10";
        assertThat(mail.text(), containsString(link + "\n"));
        assertThat(mail.html(), containsString("<a href=\"" + link.replace("&", "&amp;") + "\">"));
        assertThat(mail.text(), containsString("https://nullpunkt.example/paminnelser"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        reminders(owing)
                .body("items", hasSize(1))
                .body("items[0].status", is("SENT"))
                .body("items[0].occasions.kind", contains("BEFORE"))
                .body("items[0].occasions.due", contains("2026-11-10"))
                .body(
                        "items[0].personId",
                        is(owing.municipality.person(Role.BENEFIT_OWNER).toString()))
                .body("items[0].error", nullValue())
                .body("items[0].nextAttemptAt", nullValue());
        assertEquals("<" + id(owing) + "@nullpunkt.example>", mail.header("Message-ID"));
    }

    @Test
    void andAgainAfterItAndThenWithTheNextMonth() {
        var owing = Owing.from("2026-10");
        remind(owing, "2026-11-07T07:00");
        mails.received().clear();

        remind(owing, "2026-11-12T07:00");
        assertThat(mails.received(), empty());
        remind(owing, "2026-11-13T07:00");
        remind(owing, "2026-11-14T07:00");
        assertThat(mails.received(), hasSize(1));
        assertEquals(
                "Ett tall mangler fortsatt i Nullpunkt", mails.received().get(0).subject());
        assertThat(mails.received().get(0).text(), containsString("oktober 2026: fristen var 10. november 2026\n"));

        mails.received().clear();
        remind(owing, "2026-12-07T07:00");
        assertThat(mails.received(), hasSize(1));
        assertThat(mails.received().get(0).text(), containsString("oktober 2026: fristen var 10. november 2026\n"));
        assertThat(mails.received().get(0).text(), containsString("november 2026: frist 10. desember 2026\n"));
        assertThat(mails.received().get(0).text(), containsString("maned=2026-10\n"));
        assertThat(mails.received().get(0).text(), containsString("maned=2026-11\n"));
    }

    @Test
    void aMonthThatIsNotOverIsNotAskedFor() {
        var owing = Owing.from("2026-10");
        settings(owing, true, 14, 3, 2, 7);

        remind(owing, "2026-10-31T07:00");
        assertThat(mails.received(), empty());
        remind(owing, "2026-11-01T07:00");
        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void aDayWithoutServiceLosesNothing() {
        var owing = Owing.from("2026-10");

        remind(owing, "2026-11-20T15:00");

        assertThat(mails.receivedBy(owing.mail(Role.BENEFIT_OWNER)), hasSize(1));
    }

    @Test
    void whoeverAsksIsToldWhenTwoPeriodsAreMissed() {
        var owing = Owing.from("2026-09");
        remind(owing, "2026-10-13T07:00");
        assertThat(mails.receivedBy(owing.mail(Role.LEADER)), empty());

        remind(owing, "2026-11-12T07:00");
        assertThat(mails.receivedBy(owing.mail(Role.LEADER)), empty());
        remind(owing, "2026-11-13T07:00");
        remind(owing, "2026-11-14T07:00");
        var told = mails.receivedBy(owing.mail(Role.LEADER));
        assertThat(told, hasSize(1));
        assertEquals("Tall du har bedt om, har uteblitt", told.get(0).subject());
        assertThat(
                told.get(0).text(),
                containsString("Utrykninger, Hjemmetjenesten\n- Mangler for september 2026, oktober 2026\n"
                        + "- Føres av BENEFIT_OWNER of the tests\n"));
        assertThat(told.get(0).text(), not(containsString("maned=")));
    }

    @Test
    void aQuarterIsAPeriodOfItsOwn() {
        var owing = Owing.nothing();
        owing.indicator("Kvartalstall", "2026-01", 3);

        remind(owing, "2026-04-13T07:00");
        assertThat(mails.receivedBy(owing.mail(Role.LEADER)), empty());
        remind(owing, "2026-07-13T07:00");
        remind(owing, "2026-08-13T07:00");
        remind(owing, "2026-09-13T07:00");
        assertThat(mails.receivedBy(owing.mail(Role.LEADER)), hasSize(1));
        assertThat(mails.receivedBy(owing.mail(Role.BENEFIT_OWNER)), hasSize(2));
        assertThat(
                mails.receivedBy(owing.mail(Role.BENEFIT_OWNER)).get(1).text(),
                containsString("- Kvartalstall, Hjemmetjenesten (for april 2026 til juni 2026)\n"));
    }

    @Test
    void whoAsksForTheirOwnFiguresIsNotToldTwice() {
        var owing = Owing.nothing();
        owing.measuredBy(owing.indicator("Egne tall", "2026-01"), owing.municipality.person(Role.LEADER));

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), hasSize(1));
        reminders(owing).body("items[0].occasions.kind", contains("AFTER"));
    }

    @Test
    void onePersonGetsOneMailOfAllThereIs() {
        var owing = Owing.nothing();
        owing.indicator("Utrykninger", "2026-09");
        owing.indicator("Besøk", "2026-10");
        owing.measuredBy(owing.indicator("Nøkler", "2026-10"), owing.municipality.person(Role.LEADER));

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), hasSize(2));
        var owner = mails.receivedBy(owing.mail(Role.BENEFIT_OWNER)).get(0);
        assertEquals("3 tall mangler fortsatt i Nullpunkt", owner.subject());
        assertThat(owner.text(), containsString("- Utrykninger, Hjemmetjenesten\n- Besøk, Hjemmetjenesten\n"));
        assertThat(owner.text(), not(containsString("Nøkler")));
        var asker = mails.receivedBy(owing.mail(Role.LEADER)).get(0);
        assertThat(asker.text(), containsString("- Nøkler, Hjemmetjenesten\n"));
        assertThat(asker.text(), containsString("Mangler for september 2026, oktober 2026"));
    }

    @Test
    void nobodyIsRemindedOfWhatIsEntered() {
        var owing = Owing.nothing();
        owing.enter(owing.indicator("Utrykninger", "2026-10"), "2026-10");

        remind(owing, "2026-11-07T07:00");
        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), empty());
        reminders(owing).body("items", empty());
    }

    @Test
    void aMailThatHadToWaitDoesNotTellOfWhatWasEnteredMeanwhile() {
        var owing = Owing.nothing();
        var indicator = owing.indicator("Utrykninger", "2026-10");
        clock.setLocal("2026-11-07T07:00");
        service.plan(owing.municipality.id());
        reminders(owing).body("items[0].status", is("WAITING"));
        assertEquals(1, waiting.countWaiting());
        owing.enter(indicator, "2026-10");

        job.send();

        assertThat(mails.received(), empty());
        reminders(owing).body("items[0].status", is("DROPPED"));
    }

    @Test
    void aMeasurerIsRemindedInPlaceOfTheOwner() {
        var owing = Owing.nothing();
        var measurer = owing.municipality.addPerson("measurer", Role.BENEFIT_OWNER, owing.unit);
        owing.measuredBy(owing.indicator("Utrykninger", "2026-10"), measurer);

        remind(owing, "2026-11-07T07:00");

        assertThat(mails.received(), hasSize(1));
        assertEquals(owing.mail("measurer"), mails.received().get(0).to());
    }

    @Test
    void whoHasNoRoleOrWantsNoMailGetsNone() {
        var owing = Owing.from("2026-09");
        owing.revoke(Role.BENEFIT_OWNER);
        owing.prefers(Role.LEADER, "NB", true);

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), empty());
        owing.prefers(Role.LEADER, "NB", false);
        remind(owing, "2026-11-14T07:00");
        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void aMachineGetsNoMail() {
        var owing = Owing.nothing();
        owing.measuredBy(owing.indicator("Utrykninger", "2026-10"), owing.municipality.person(Role.INTEGRATION));

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), empty());
    }

    @Test
    void eachIsWrittenToInTheirOwnLanguage() {
        var owing = Owing.from("2026-09");
        owing.prefers(Role.BENEFIT_OWNER, "NN", false);
        owing.prefers(Role.LEADER, "EN", false);

        remind(owing, "2026-11-13T07:00");

        var owner = mails.receivedBy(owing.mail(Role.BENEFIT_OWNER)).get(0);
        assertEquals("2 tal manglar framleis i Nullpunkt", owner.subject());
        assertThat(owner.html(), containsString("<html lang=\"nn\">"));
        var asker = mails.receivedBy(owing.mail(Role.LEADER)).get(0);
        assertEquals("Figures you asked for have not come", asker.subject());
        assertThat(asker.text(), containsString("Missing for September 2026, October 2026"));
        assertEquals("en", asker.header("Content-Language"));
    }

    @Test
    void aMunicipalityThatWantsNoneSendsNone() {
        var owing = Owing.from("2026-10");
        settings(owing, false, 3, 3, 2, 7);

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), empty());
    }

    @Test
    void theDayIsNorwegian() {
        var owing = Owing.from("2026-10");
        settings(owing, true, 3, 3, 2, 0);

        remind(owing, Instant.parse("2026-11-06T22:59:00Z"));
        assertThat(mails.received(), empty());
        remind(owing, Instant.parse("2026-11-06T23:00:00Z"));
        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void anHourThatSummerTimeSkipsDoesNotSkipTheDay() {
        var owing = Owing.nothing();
        owing.indicator("Utrykninger", "2026-02");
        settings(owing, true, 3, 3, 2, 2);

        remind(owing, Instant.parse("2026-03-29T00:59:00Z"));
        assertThat(mails.received(), empty());
        remind(owing, Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void aClockThatMovesBackAndForthRemindsNobodyTwice() {
        var owing = Owing.from("2026-10");
        for (var time : List.of("2026-11-07T07:00", "2026-11-06T07:00", "2026-11-07T07:00", "2026-11-05T23:00")) {
            remind(owing, time);
        }

        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void severalInstancesAtOnceSendEachMailOnce() throws Exception {
        var owing = Owing.nothing();
        var people = 12;
        for (var i = 0; i < people; i++) {
            var measurer = owing.municipality.addPerson("m" + i, Role.BENEFIT_OWNER, owing.unit);
            owing.measuredBy(owing.indicator("Tall " + i, "2026-10"), measurer);
        }
        clock.setLocal("2026-11-07T07:00");
        var instances = 4;
        var start = new CyclicBarrier(instances);
        var threads = Executors.newFixedThreadPool(instances);
        try {
            Callable<Void> instance = () -> {
                start.await();
                service.plan(owing.municipality.id());
                job.send();
                return null;
            };
            for (var done : threads.invokeAll(List.of(instance, instance, instance, instance))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        // An instance that found all rows taken has gone home before the others were done, and so may none be left.
        job.send();

        assertThat(mails.received(), hasSize(people));
        assertEquals(
                people,
                mails.received().stream()
                        .map(MailServer.Received::to)
                        .distinct()
                        .count());
    }

    @Test
    void theJobGoesThroughAllMunicipalities() {
        var one = Owing.from("2026-10");
        var other = Owing.from("2026-10");
        clock.setLocal("2026-11-07T07:00");

        job.run();
        job.run();

        assertThat(mails.receivedBy(one.mail(Role.BENEFIT_OWNER)), hasSize(1));
        assertThat(mails.receivedBy(other.mail(Role.BENEFIT_OWNER)), hasSize(1));
    }

    @Test
    void aCrashWhileDecidingDecidesNothing() {
        var owing = Owing.from("2026-10");
        clock.setLocal("2026-11-07T07:00");
        QuarkusTransaction.begin();
        service.plan(owing.municipality.id());
        QuarkusTransaction.rollback();
        job.send();
        assertThat(mails.received(), empty());

        remind(owing, "2026-11-07T07:01");

        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void whatOneThatDiedWasSendingIsSentByTheNext() throws SQLException {
        var owing = Owing.from("2026-10");
        clock.setLocal("2026-11-07T07:00");
        service.plan(owing.municipality.id());
        try (var dying = database.getConnection()) {
            dying.setAutoCommit(false);
            lock(dying, owing);
            job.send();
            assertThat(mails.received(), empty());
            dying.rollback();
        }

        job.send();
        job.send();

        assertThat(mails.received(), hasSize(1));
    }

    /** The one double that mail allows: taken by the server, and the service dies before it can write so. */
    @Test
    void aRepeatAfterACrashIsTheSameMail() {
        var owing = Owing.from("2026-10");
        clock.setLocal("2026-11-07T07:00");
        service.plan(owing.municipality.id());
        QuarkusTransaction.begin();
        service.sendNext();
        QuarkusTransaction.rollback();

        job.send();
        job.send();

        assertThat(mails.received(), hasSize(2));
        assertEquals(
                mails.received().get(0).header("Message-ID"),
                mails.received().get(1).header("Message-ID"));
        reminders(owing).body("items", hasSize(1)).body("items[0].status", is("SENT"));
    }

    @Test
    void whileTheMailServerIsAwayMailsWait() {
        var owing = Owing.from("2026-09");
        mails.close();
        remind(owing, "2026-11-13T07:00");
        reminders(owing)
                .body("items.status", contains("WAITING", "WAITING"))
                .body("items.refusals", contains(0, 0))
                .body("items.error.findAll { it != null }", hasSize(1));
        mails = MailServer.start();

        remind(owing, "2026-11-13T07:01");
        remind(owing, "2026-11-13T07:02");

        assertThat(mails.received(), hasSize(2));
        reminders(owing).body("items.status", contains("SENT", "SENT")).body("items.error", contains(null, null));
    }

    @Test
    void whatFallsDueMeanwhileJoinsTheMailThatWaits() {
        var owing = Owing.from("2026-10");
        mails.close();
        remind(owing, "2026-11-07T07:00");
        remind(owing, "2026-11-13T07:00");
        reminders(owing).body("items", hasSize(1)).body("items[0].occasions.kind", contains("AFTER", "BEFORE"));
        mails = MailServer.start();

        remind(owing, "2026-11-13T09:00");

        assertThat(mails.received(), hasSize(1));
        assertEquals(
                "Ett tall mangler fortsatt i Nullpunkt", mails.received().get(0).subject());
    }

    @Test
    void aDeadAddressIsTriedForAWeekAndHoldsUpNobody() {
        var owing = Owing.from("2026-09");
        var dead = owing.mail(Role.BENEFIT_OWNER);
        mails.refuse(dead);
        remind(owing, "2026-11-13T07:00");
        assertThat(mails.receivedBy(owing.mail(Role.LEADER)), hasSize(1));
        var started = clock.instant();
        refused(owing).body("status", is("WAITING")).body("error", containsString("no such mailbox"));

        var attempts = new ArrayList<Duration>();
        while (nextAttempt(owing) != null) {
            var next = Instant.parse(nextAttempt(owing));
            attempts.add(Duration.between(started, next));
            clock.set(next);
            job.send();
        }

        assertEquals(Duration.ofMinutes(5), attempts.get(0));
        assertEquals(Duration.ofMinutes(15), attempts.get(1));
        assertEquals(11, attempts.size());
        assertEquals(7, attempts.get(10).toDays());
        refused(owing).body("status", is("FAILED")).body("refusals", is(12)).body("endedAt", notNullValue());
        assertThat(mails.receivedBy(dead), empty());
    }

    @Test
    void anAddressThatLivesAgainIsWrittenTo() {
        var owing = Owing.from("2026-10");
        mails.refuse(owing.mail(Role.BENEFIT_OWNER));
        remind(owing, "2026-11-07T07:00");
        mails.refuseNobody();

        remind(owing, "2026-11-07T07:04");
        assertThat(mails.received(), empty());
        remind(owing, "2026-11-07T07:05");

        assertThat(mails.received(), hasSize(1));
    }

    @Test
    void nothingThatPeopleWriteBecomesAHeaderOrMarkup() {
        var owing = Owing.nothing();
        var header = "Tall\r\nBcc: fremmed@example.com\r\n\r\n<b>Hei</b>";
        owing.indicator(header, "2026-09");
        var path = "/people/" + owing.municipality.person(Role.BENEFIT_OWNER);
        owing.municipality
                .as(Role.ADMINISTRATOR)
                .header("If-Match", "*")
                .body(Map.of("name", "Kari\r\nBcc: fremmed@example.com"))
                .put(path)
                .then()
                .statusCode(200);

        remind(owing, "2026-11-13T07:00");

        assertThat(mails.received(), hasSize(2));
        for (var mail : mails.received()) {
            assertNull(mail.header("Bcc"));
            assertFalse(mail.subject().contains("Tall\r"));
            assertThat(mail.text(), containsString("Tall Bcc: fremmed@example.com <b>Hei</b>, Hjemmetjenesten\n"));
            assertThat(mail.html(), containsString("&lt;b&gt;Hei&lt;/b&gt;"));
        }
        assertTrue(mails.received().stream().noneMatch(mail -> mail.to().contains("fremmed")));
    }

    /** As the instances of the service do every minute. */
    private void remind(Owing owing, String localTime) {
        clock.setLocal(localTime);
        service.plan(owing.municipality.id());
        job.send();
    }

    private void remind(Owing owing, Instant time) {
        clock.set(time);
        service.plan(owing.municipality.id());
        job.send();
    }

    private static void lock(Connection connection, Owing owing) throws SQLException {
        try (var select = connection.prepareStatement("select id from reminder where municipality_id = ? for update")) {
            select.setInt(1, owing.municipality.id());
            assertTrue(select.executeQuery().next());
        }
    }

    private static void settings(Owing owing, boolean active, int before, int after, int missed, int hour) {
        owing.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of(
                        "active", active,
                        "daysBefore", before,
                        "daysAfter", after,
                        "missedPeriods", missed,
                        "hour", hour))
                .put("/reminder-settings")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse reminders(Owing owing) {
        return owing.municipality
                .as(Role.PROJECT_LEADER)
                .get("/reminders")
                .then()
                .statusCode(200);
    }

    private static String id(Owing owing) {
        return reminders(owing).extract().path("items[0].id");
    }

    /** The mail to the benefit owner. */
    private static ValidatableResponse refused(Owing owing) {
        return reminders(owing).rootPath(ofOwner(owing));
    }

    private static String nextAttempt(Owing owing) {
        return reminders(owing).extract().path(ofOwner(owing) + ".nextAttemptAt");
    }

    private static String ofOwner(Owing owing) {
        return "items.find { it.personId == '" + owing.municipality.person(Role.BENEFIT_OWNER) + "' }";
    }
}
