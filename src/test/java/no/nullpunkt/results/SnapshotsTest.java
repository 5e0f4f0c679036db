package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotsTest {

    private static final Period PERIOD = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 10));

    @Inject
    DataSource dataSource;

    @Inject
    Snapshots snapshots;

    @Inject
    Reach reach;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    @Inject
    SuppressionThreshold threshold;

    @Test
    void aLargerPortfolioIsReadInAsManyStatements() throws SQLException {
        assertEquals(statements(new FilledMunicipality(1, 1)), statements(new FilledMunicipality(12, 9)));
    }

    @Test
    void whatIsToldBesideTheFiguresIsOfTheSameTime() throws SQLException {
        var measured = MeasuredBenefit.create();
        var id = measured.municipality.id();
        reach.is(id);
        var empty = snapshots.read(id, measured.municipality.number, PERIOD, null, Filter.NONE, Reader.EVERYONE);

        var owner = measured.municipality.as(Role.PROJECT_LEADER);
        owner.body(Bodies.with(Bodies.measured("7"), "comment", "a quiet month"))
                .put(measured.value("2026-02"))
                .then()
                .statusCode(201);
        var benefit = "/benefits/" + measured.benefit;
        measured.municipality.create(
                Role.PROJECT_LEADER,
                benefit + "/deviations",
                Map.of("cause", "TRAINING", "explanation", "Half the staff is new", "action", "A course"));
        measured.municipality.create(
                Role.LEADER,
                benefit + "/decisions",
                Map.of("kind", "TAKE_MORE_OUT", "date", "2026-03-15", "reference", "Sak 26/7"));
        measured.municipality.create(
                Role.LEADER, benefit + "/decisions", Map.of("kind", "CONTINUE", "date", "2026-02-15"));
        measured.municipality.create(
                Role.PROJECT_LEADER,
                benefit + "/actions",
                Map.of("kind", "STOP", "description", "The paper list", "due", "2026-06-30"));
        measured.municipality.create(
                Role.PROJECT_LEADER,
                benefit + "/actions",
                Map.of("kind", "ADOPT", "description", "The tablet", "due", "2026-06-30"));

        var snapshot = snapshots.read(id, measured.municipality.number, PERIOD, null, Filter.NONE, Reader.EVERYONE);
        var story = snapshots.stories(id, snapshot).get(measured.benefit);
        var deviation = story.deviations().get(0);
        assertEquals(
                List.of(new BenefitStory.Deviation(
                        "TRAINING", "Half the staff is new", "A course", deviation.recorded())),
                story.deviations());
        assertTrue(deviation.recorded().isBefore(snapshot.asOf()));
        assertEquals(
                List.of(
                        new BenefitStory.Decision("CONTINUE", LocalDate.of(2026, 2, 15), null, null),
                        new BenefitStory.Decision("TAKE_MORE_OUT", LocalDate.of(2026, 3, 15), "Sak 26/7", null)),
                story.decisions());
        assertEquals(1, story.openRoutines());
        assertEquals(List.of(), story.waivers());
        var recorded = snapshots.recorded(id, snapshot).get(new SeriesKey(measured.indicator, measured.unit));
        assertEquals(1, recorded.size());
        assertEquals(YearMonth.of(2026, 2), recorded.get(0).month());
        assertEquals("a quiet month", recorded.get(0).comment());
        assertEquals("PROJECT_LEADER of the tests", recorded.get(0).by());
        var facts = snapshot.benefits().get(measured.benefit);
        assertEquals(
                measured.municipality.person(Role.BENEFIT_OWNER), facts.owner().id());
        assertEquals(YearMonth.of(2026, 1), facts.goLive());
        assertFalse(snapshot.hasLateBaseline(measured.benefit));

        assertEquals(BenefitStory.NOTHING, snapshots.stories(id, empty).get(measured.benefit));
        assertEquals(Map.of(), snapshots.recorded(id, empty));
    }

    private int statements(FilledMunicipality municipality) {
        reach.is(municipality.id);
        var statements = new AtomicInteger();
        var counted = new Snapshots(counting(statements), changes, clock, threshold);
        var snapshot = counted.read(municipality.id, municipality.number, PERIOD, null, Filter.NONE, Reader.EVERYONE);
        counted.stories(municipality.id, snapshot);
        counted.recorded(municipality.id, snapshot);
        assertTrue(statements.get() > 0);
        return statements.get();
    }

    /** The data source, with each statement prepared on it counted. */
    private DataSource counting(AtomicInteger statements) {
        return proxy(
                DataSource.class,
                dataSource,
                (source, connection) -> proxy(Connection.class, (Connection) connection, (method, answer) -> {
                    if (method.equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return answer;
                }));
    }

    private static <T> T proxy(Class<T> type, T target, BiFunction<String, Object, Object> seen) {
        return type.cast(Proxy.newProxyInstance(
                SnapshotsTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return seen.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
