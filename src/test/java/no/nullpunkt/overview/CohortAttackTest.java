package no.nullpunkt.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * One municipality reads all that is ever told and tries every figure that the others can have: where all worlds that
 * would have told the same agree on a figure, it is known.
 */
class CohortAttackTest {

    private static final int HISTORIES = 300;
    private static final int ATTACKER = 0;
    /** In steps; nothing can be better than the last, as the attacker knows, and worse than the first it can be. */
    private static final int FIGURES = 4;

    private static final int WORST = -2;

    /**
     * What a municipality shares, or takes back.
     *
     * @param figure null when taken back
     */
    private record Event(int municipality, Integer figure) {}

    /** What everyone reads after an event. */
    private interface Rule {
        void share(int municipality, Integer figure);

        Optional<Distribution> told();
    }

    private static final class Ours implements Rule {

        private final Cohort cohort = new Cohort();
        private Instant now = Instant.EPOCH;

        @Override
        public void share(int municipality, Integer figure) {
            now = now.plusSeconds(1);
            cohort.share(municipality, figure == null ? null : BigDecimal.valueOf((long) figure * Cohort.STEP), now);
        }

        @Override
        public Optional<Distribution> told() {
            return cohort.shown();
        }
    }

    /** As the rule of five reads without a second thought. */
    private static final class FiveAndNoMore implements Rule {

        private final Map<Integer, BigDecimal> present = new HashMap<>();

        @Override
        public void share(int municipality, Integer figure) {
            if (figure == null) {
                present.remove(municipality);
            } else {
                present.put(municipality, BigDecimal.valueOf((long) figure * Cohort.STEP));
            }
        }

        @Override
        public Optional<Distribution> told() {
            return present.size() < Cohort.FEWEST
                    ? Optional.empty()
                    : Optional.of(Distribution.of(present.values(), Instant.EPOCH));
        }
    }

    @Test
    void noOtherMunicipalitysFigureComesOut() {
        var told = 0;
        for (var seed = 0; seed < HISTORIES; seed++) {
            var events = history(new Random(seed));
            assertEquals(Set.of(), known(events, Ours::new), "seed " + seed + " " + events);
            told += (int) observed(events, Ours::new).stream()
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
        assertTrue(told > HISTORIES / 2, "hardly anything is told: " + told);
    }

    @Test
    void theAttackFindsWhatFiveAloneGiveAway() {
        var found = 0;
        for (var seed = 0; seed < 50; seed++) {
            found += known(history(new Random(seed)), FiveAndNoMore::new).isEmpty() ? 0 : 1;
        }
        assertTrue(found > 10, "found in " + found);
    }

    /** Four at the most there is, and oneself below: five that are alike but for the reader. */
    @Test
    void fiveThatAreAlikeAreNotTold() {
        var events =
                List.of(new Event(ATTACKER, 0), new Event(1, 3), new Event(2, 3), new Event(3, 3), new Event(4, 3));

        assertEquals(Set.of(1, 2, 3, 4), known(events, FiveAndNoMore::new));
        assertEquals(Set.of(), known(events, Ours::new));
    }

    /** One that joins five is the difference; here its figure lies between two that are told. */
    @Test
    void whoJoinsIsNotTheDifference() {
        var five = List.of(new Event(ATTACKER, 0), new Event(1, 1), new Event(2, 3), new Event(3, 3), new Event(4, 3));
        var six = new ArrayList<>(five);
        six.add(new Event(5, 1));

        assertFalse(observed(six, FiveAndNoMore::new)
                .get(5)
                .equals(observed(five, FiveAndNoMore::new).get(4)));
        assertEquals(observed(five, Ours::new).get(4), observed(six, Ours::new).get(5));
    }

    /** Five to eight municipalities that share, report anew, withdraw and come back, the attacker more than others. */
    private static List<Event> history(Random random) {
        var municipalities = 5 + random.nextInt(4);
        var events = new ArrayList<Event>();
        var sharing = new HashSet<Integer>();
        for (var i = 0; i < municipalities + 7; i++) {
            var municipality = i < 5 ? i : random.nextInt(3) == 0 ? ATTACKER : random.nextInt(municipalities);
            if (sharing.contains(municipality) && random.nextInt(4) == 0) {
                sharing.remove(municipality);
                events.add(new Event(municipality, null));
            } else {
                sharing.add(municipality);
                events.add(new Event(municipality, random.nextInt(FIGURES)));
            }
        }
        return events;
    }

    /** What was read after each event; null where nothing is told. */
    private static List<Distribution> observed(List<Event> events, Supplier<Rule> rules) {
        var rule = rules.get();
        var observed = new ArrayList<Distribution>();
        for (var event : events) {
            rule.share(event.municipality(), event.figure());
            observed.add(rule.told().orElse(null));
        }
        return observed;
    }

    /** The events of others whose figure is the same in every world that would have told the same. */
    private static Set<Integer> known(List<Event> events, Supplier<Rule> rules) {
        var observed = observed(events, rules);
        var known = new HashSet<Integer>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (event.municipality() != ATTACKER
                    && event.figure() != null
                    && !canBeAnother(events, i, observed, rules)) {
                known.add(i);
            }
        }
        return known;
    }

    private static boolean canBeAnother(
            List<Event> events, int doubted, List<Distribution> observed, Supplier<Rule> rules) {
        return agrees(new ArrayList<>(events), 0, doubted, observed, rules);
    }

    /** Whether the events from one on can be filled with figures, those before them as they stand, and tell the same. */
    private static boolean agrees(
            List<Event> world, int next, int doubted, List<Distribution> observed, Supplier<Rule> rules) {
        if (next == world.size()) {
            return true;
        }
        var event = world.get(next);
        var isSecret = event.municipality() != ATTACKER && event.figure() != null;
        var figures = new ArrayList<Integer>();
        if (isSecret) {
            for (var figure = WORST; figure < FIGURES; figure++) {
                if (next != doubted || figure != event.figure()) {
                    figures.add(figure);
                }
            }
        } else {
            figures.add(event.figure());
        }
        for (var figure : figures) {
            world.set(next, new Event(event.municipality(), figure));
            if (Objects.equals(last(world.subList(0, next + 1), rules), observed.get(next))
                    && agrees(world, next + 1, doubted, observed, rules)) {
                world.set(next, event);
                return true;
            }
        }
        world.set(next, event);
        return false;
    }

    private static Distribution last(List<Event> events, Supplier<Rule> rules) {
        return observed(events, rules).get(events.size() - 1);
    }
}
