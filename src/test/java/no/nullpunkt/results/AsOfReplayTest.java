package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.results.Replay.State;
import no.nullpunkt.results.Results.Line;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.testing.Municipality;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Thousands of edits, and at the end every instant between them is answered as it was: in every grouping, to the last
 * digit, as a model in memory that knows nothing of history. {@code -Dnullpunkt.edits} and {@code -Dnullpunkt.seed} make
 * it longer, or another.
 */
@QuarkusTest
class AsOfReplayTest {

    private static final Logger LOG = Logger.getLogger(AsOfReplayTest.class);
    private static final int EDITS = Integer.getInteger("nullpunkt.edits", 1000);
    private static final long SEED = Long.getLong("nullpunkt.seed", 20261122L);

    /** How often the API is asked right after an edit, in a longer run; and how often for all there is to ask. */
    private static final int ASKED = Math.max(1, EDITS / 1000);

    private static final int SOME = Math.max(50, EDITS / 20);
    private static final Period PERIOD = new Period(Replay.FIRST, Replay.LAST);
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** What is known after an edit, and the instant that was answered then. */
    private record Moment(String what, Instant asOf, Instant changedAt, State state) {}

    @Inject
    Snapshots snapshots;

    @Inject
    Changes changes;

    @Inject
    Reach reach;

    @Test
    void everyInstantIsAnsweredAsItWas() throws SQLException, IOException {
        var municipality = Municipality.create();
        var id = municipality.id();
        reach.is(id);
        var replay = new Replay(municipality, SEED);
        var moments = new ArrayList<Moment>();
        var start = System.nanoTime();
        for (var i = 0; i < EDITS; i++) {
            if (i % SOME == 0) {
                orderAndCorrectionsLeaveNoTrace(replay, SEED + i);
            }
            var edit = replay.edit();
            var groupBy = GroupBy.values()[i / ASKED % GroupBy.values().length];
            var answer = i % ASKED == 0 ? replay.results(groupBy.parameter(), null) : null;
            var moment = new Moment(
                    "seed " + SEED + ", edit " + i + " " + edit.what(),
                    answer == null
                            ? changes.settled(id, null)
                            : Instant.parse(answer.get("asOf").asText()),
                    edit.changedAt(),
                    replay.state());
            if (answer != null) {
                check(moment, groupBy, answer, replay);
            }
            moments.add(moment);
        }
        var edited = System.nanoTime();
        var figures = 0L;
        for (var i = 0; i < moments.size(); i++) {
            var moment = moments.get(i);
            figures += check(moment, moment.asOf(), id, municipality.number);
            if (moment.changedAt() != null && i > 0 && i % 10 == 1) {
                check(moment, moment.changedAt(), id, municipality.number);
                check(moments.get(i - 1), moment.changedAt().minusNanos(1000), id, municipality.number);
            }
            if (i % SOME == 0) {
                for (var groupBy : GroupBy.values()) {
                    var answer = replay.results(groupBy.parameter(), moment.asOf());
                    check(moment, groupBy, answer, replay);
                    addsUp(groupBy, answer);
                }
                filtersLeaveTheirGroup(moment, id, municipality.number);
                pointsAddUp(moment, replay);
            }
        }
        LOG.infof(
                "%d edits in %d s; %d groups compared at %d instants in %d s",
                EDITS,
                (edited - start) / 1_000_000_000,
                figures,
                moments.size(),
                (System.nanoTime() - edited) / 1_000_000_000);
    }

    /** Every grouping of the instant, straight from the database; answers how many groups there were. */
    private int check(Moment moment, Instant asOf, int id, String number) {
        var snapshot = snapshots.read(id, number, PERIOD, asOf, Filter.NONE, Reader.EVERYONE);
        var found = snapshot.rollup();
        var rollup = rollup(moment);
        var groups = 0;
        for (var groupBy : GroupBy.values()) {
            var results = Results.of(snapshot, found, groupBy, Language.NB);
            var lines = new HashMap<String, Line>();
            results.items().forEach(item -> {
                lines.put(String.valueOf(item.key()), item.figures());
                var name = item.key() == null ? null : moment.state().names().get(item.key());
                assertTrue(name == null || name.equals(item.name()), () -> moment.what() + ": " + item.name());
            });
            compare(moment.what() + " by " + groupBy, expected(moment.state(), rollup, groupBy), lines);
            assertSame(
                    moment.what() + " in total",
                    Line.of(rollup.total().figures(), takenOut(moment.state(), each -> BigDecimal.ONE)),
                    results.total().figures());
            assertEqualNumbers(
                    moment.what() + " fte",
                    rollup.total().fte(),
                    results.total().fte());
            assertEqualNumbers(
                    moment.what() + " own budget",
                    rollup.total().figures().ownBudgetNok(),
                    results.total().ownBudgetNok());
            groups += lines.size();
        }
        return groups;
    }

    /** Narrowed to what a group is of, the total is that group: the tree and the shares are those of the instant too. */
    private void filtersLeaveTheirGroup(Moment moment, int id, String number) {
        var rollup = rollup(moment);
        for (var groupBy : List.of(GroupBy.BENEFIT, GroupBy.UNIT, GroupBy.TECHNOLOGY, GroupBy.INDICATOR)) {
            expected(moment.state(), rollup, groupBy).forEach((key, line) -> {
                if (!key.equals("null")) {
                    var filter = new Filter(
                            groupBy == GroupBy.BENEFIT ? Set.of(UUID.fromString(key)) : Set.of(),
                            groupBy == GroupBy.UNIT ? Set.of(UUID.fromString(key)) : Set.of(),
                            groupBy == GroupBy.TECHNOLOGY ? Set.of(key) : Set.of(),
                            groupBy == GroupBy.INDICATOR ? Set.of(UUID.fromString(key)) : Set.of(),
                            Basis.REPORTED);
                    var snapshot = snapshots.read(id, number, PERIOD, moment.asOf(), filter, Reader.EVERYONE);
                    var total =
                            Results.of(snapshot, groupBy, Language.NB).total().figures();
                    var what = moment.what() + " of " + groupBy + " " + key;
                    assertEqualNumbers(what + " hours", line.hours(), total.hours());
                    assertEqualNumbers(what + " nok", line.nok(), total.nok());
                    assertEqualNumbers(what + " plannedHours", line.plannedHours(), total.plannedHours());
                    assertEqualNumbers(what + " takenOutHours", line.takenOutHours(), total.takenOutHours());
                    assertEquals(line.expected(), total.expected(), what);
                    assertEquals(line.measured(), total.measured(), what);
                }
            });
        }
    }

    private static void pointsAddUp(Moment moment, Replay replay) {
        var hours = BigDecimal.ZERO;
        var expected = 0;
        for (var point : replay.points(moment.asOf())) {
            hours = hours.add(point.get("hours").decimalValue());
            expected += List.of("MEASURED", "NOT_MEASURED", "MISSING")
                            .contains(point.get("state").asText())
                    ? 1
                    : 0;
        }
        var total = rollup(moment).total().figures();
        assertEqualNumbers(moment.what() + " by points", total.hours(), hours);
        assertEquals(total.expected(), expected, moment.what());
    }

    private static void check(Moment moment, GroupBy groupBy, JsonNode answer, Replay replay) throws IOException {
        var lines = new HashMap<String, Line>();
        var reader = replay.mapper().readerFor(Line.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (var item : answer.get("items")) {
            lines.put(item.get("key").asText(), reader.readValue(item));
        }
        var rollup = rollup(moment);
        compare(moment.what() + " by " + groupBy, expected(moment.state(), rollup, groupBy), lines);
        assertSame(
                moment.what() + " in total",
                Line.of(rollup.total().figures(), takenOut(moment.state(), each -> BigDecimal.ONE)),
                reader.readValue(answer.get("total")));
    }

    private static Rollup rollup(Moment moment) {
        return moment.state()
                .portfolio()
                .over(PERIOD, YearMonth.from(moment.asOf().atZone(NORWAY)));
    }

    // What the model says

    private static Map<String, Line> expected(State state, Rollup rollup, GroupBy groupBy) {
        var benefits = new HashMap<UUID, Benefit>();
        state.portfolio().benefits().forEach(benefit -> benefits.put(benefit.id(), benefit));
        return switch (groupBy) {
            case BENEFIT ->
                lines(
                        state,
                        rollup.byBenefit(),
                        (key, booking) -> of(booking.benefitId().equals(key)));
            case TYPE ->
                lines(
                        state,
                        rollup.byType(),
                        (key, booking) -> of(benefits.get(booking.benefitId()).type() == key));
            case PLAN_HEADING ->
                lines(
                        state,
                        rollup.byPlanHeading(),
                        (key, booking) -> of(benefits.get(booking.benefitId()).planHeading() == key));
            case MONTH ->
                lines(
                        state,
                        rollup.byMonth(),
                        (key, booking) -> of(booking.month().equals(key)));
            case TECHNOLOGY ->
                lines(state, rollup.byTechnology(), (key, booking) -> {
                    var shares = benefits.get(booking.benefitId()).technologies();
                    return shares.isEmpty() ? of(key == null) : shares.getOrDefault(key, BigDecimal.ZERO);
                });
            case UNIT ->
                lines(state, rollup.byUnit(state.parents()), (key, booking) -> {
                    var unit = booking.unitId();
                    while (unit != null && !unit.equals(key)) {
                        unit = state.parents().get(unit);
                    }
                    return of(unit != null);
                });
            case INDICATOR -> {
                var lines = new HashMap<String, Line>();
                rollup.byIndicator()
                        .forEach(group -> lines.put(group.key().toString(), Line.of(group.figures(), null)));
                yield lines;
            }
        };
    }

    @FunctionalInterface
    private interface Share<K> {
        BigDecimal of(K key, Booking booking);
    }

    private static BigDecimal of(boolean whole) {
        return whole ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static <K> Map<String, Line> lines(State state, List<Group<K>> groups, Share<K> share) {
        var lines = new HashMap<String, Line>();
        for (var group : groups) {
            var takenOut = takenOut(state, booking -> share.of(group.key(), booking));
            lines.put(String.valueOf(group.key()), Line.of(group.figures(), takenOut));
        }
        return lines;
    }

    private static TakenOut takenOut(State state, Function<Booking, BigDecimal> share) {
        var hours = state.bookings().stream()
                .map(booking -> booking.hours().multiply(share.apply(booking)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TakenOut(hours, BigDecimal.ZERO, false);
    }

    // Equal, whatever the scale

    private static void compare(String what, Map<String, Line> expected, Map<String, Line> actual) {
        assertEquals(new HashSet<>(expected.keySet()), new HashSet<>(actual.keySet()), what);
        expected.forEach((key, line) -> assertSame(what + " " + key, line, actual.get(key)));
    }

    /** What is overdrawn is the ledger's to tell, over the whole life of a benefit. */
    private static void assertSame(String what, Line expected, Line actual) {
        for (RecordComponent component : Line.class.getRecordComponents()) {
            if (component.getName().equals("overdrawn")) {
                continue;
            }
            try {
                var wanted = component.getAccessor().invoke(expected);
                var found = component.getAccessor().invoke(actual);
                if (wanted instanceof BigDecimal number) {
                    assertEqualNumbers(what + " " + component.getName(), number, (BigDecimal) found);
                } else {
                    assertEquals(wanted, found, () -> what + " " + component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void assertEqualNumbers(String what, BigDecimal expected, BigDecimal actual) {
        var equal = expected == null ? actual == null : actual != null && expected.compareTo(actual) == 0;
        assertTrue(equal, () -> what + ": expected " + expected + " but was " + actual);
    }

    // The properties of the figures, on the API's own answers

    private static void addsUp(GroupBy groupBy, JsonNode answer) {
        for (var name : List.of("hours", "nok", "plannedHours", "plannedNok", "expected", "measured", "missing")) {
            var shared = groupBy == GroupBy.TECHNOLOGY && !name.matches(".*(ours|ok)");
            if (!shared) {
                var sum = BigDecimal.ZERO;
                for (var item : answer.get("items")) {
                    // A unit's figures are part of those of the unit above it.
                    if (!item.hasNonNull("parentKey")) {
                        sum = sum.add(item.get(name).decimalValue());
                    }
                }
                assertEqualNumbers(
                        groupBy + " " + name, answer.at("/total/" + name).decimalValue(), sum);
            }
        }
    }

    private static void orderAndCorrectionsLeaveNoTrace(Replay replay, long seed) {
        replay.enterTwo(seed, 0, false);
        var entered = figures(replay);
        replay.withdrawTwo(seed);
        assertNotEquals(entered, figures(replay));
        replay.enterTwo(seed, 0, true);
        assertEquals(entered, figures(replay), "the other way round");
        replay.enterTwo(seed, 1, false);
        replay.enterTwo(seed, 0, false);
        assertEquals(entered, figures(replay), "corrected and corrected back");
    }

    private static JsonNode figures(Replay replay) {
        return ((ObjectNode) replay.results("indicator", null)).without("asOf");
    }
}
