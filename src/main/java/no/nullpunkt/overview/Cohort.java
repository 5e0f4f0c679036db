package no.nullpunkt.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nullpunkt.calculation.Improvement;

/**
 * The municipalities that share an indicator with a network for a year, and what may be told of how they are spread.
 *
 * <p>Hours and kroner are what a municipality shares by sharing a report, and readers see them side by side. How much
 * better each indicator got is not: it is told of five or more together. Whoever reads may be one of them and know its
 * own figure, sees who shares what and when, may read again after each change, and may share anew with other figures to
 * see what moves. What may never come out is the figure of another. So
 * <ol>
 *   <li>a distribution is of five municipalities at least, so that four are unknown to each of them;
 *   <li>figures are rounded to whole five per cent before anything is made of them, and the quartiles are by nearest rank,
 *       so that no answer, and no search with one's own figure for where an answer turns, tells more than such a step.
 *       With interpolation or rounding afterwards, moving one's own figure would weigh another's exactly;
 *   <li>it moves only so far that both what it has in common with each that was told before, and what it has not, are
 *       the figures of five municipalities or more, or that they have nothing in common; until then it stands. Else what
 *       one shares that joins, leaves or reports anew would be the difference, and that of one that alone stays would be
 *       what both hold. Which they are depends on who shared when, which everyone sees, and never on figures;
 *   <li>where one withdraws whose figure is in it, it is not told until it may move: what is withdrawn is gone at once,
 *       and the others' figures without it are the difference;
 *   <li>of fewer than nine it is told when the quartiles differ: nothing is better than 100 per cent, and of five that all
 *       stand there but oneself, each would be known. With nine, two lie below the lower quartile or at it. Not to tell
 *       them counts as having told: else the next that joins would be the difference;
 *   <li>it is of a calendar year, so that no two periods can be subtracted; one's own place follows from what is told;
 *       and where any of a municipality's points is hidden, since persons were counted, its figure is not in it at all.
 * </ol>
 * No average and no extremes are told, so that no municipality dominates by its size or its figure. {@code
 * CohortAttackTest} looks for a reader's ways to another's figure by trying every figure that all others can have.
 *
 * <p>What this does not stop: two municipalities that tell each other their figures to find a third's; and that quartiles
 * near each other say that most are near them.
 */
final class Cohort {

    static final int FEWEST = 5;
    static final int STEP = 5;
    private static final int FEWEST_ALIKE = 9;

    /**
     * What one municipality shared once: shared anew it is another, also with the same figure.
     *
     * @param number of those that were shared before it
     */
    private record Share(BigDecimal band, int number) {}

    /** What a distribution was of, and how much of that is present still. */
    private static final class Told {

        private final BitSet of;
        private final int size;
        private final int number;
        private int shares;
        private int municipalities;

        /** @param number of all that was shared until then */
        private Told(BitSet present, int number) {
            this.of = (BitSet) present.clone();
            this.size = of.cardinality();
            this.number = number;
            this.shares = size;
            this.municipalities = size;
        }

        /** Whether it was of what is present since before. */
        private boolean isOf(Share share) {
            return share.number < number;
        }

        /** Whether what is in both, and what is not in both, are the figures of five municipalities or more. */
        private boolean isFarFrom(int present) {
            var inEither = size + present - municipalities;
            return (shares == 0 || shares >= FEWEST) && inEither - shares >= FEWEST;
        }
    }

    private final Map<Integer, Share> present = new HashMap<>();
    private final BitSet sharing = new BitSet();
    /** Those of which there was ever anything. */
    private final BitSet known = new BitSet();

    private int shared;
    /** The latest first; also where it was told that they are alike. */
    private final Deque<Told> told = new ArrayDeque<>();

    /** What the latest was of; null where it is not told any more. */
    private List<Share> toldOf;

    private Instant toldAt;

    /**
     * What a municipality shares from a time on; in the order of time.
     *
     * @param perCent the improvement; null where it shares none any more
     */
    void share(int municipalityId, BigDecimal perCent, Instant at) {
        var before = present.remove(municipalityId);
        if (before != null) {
            for (var each : told) {
                if (!each.isOf(before)) {
                    break;
                }
                each.shares--;
            }
        }
        if (perCent != null) {
            present.put(municipalityId, new Share(Improvement.band(perCent, STEP), shared++));
        } else if (!told.isEmpty() && told.getFirst().of.get(municipalityId)) {
            toldOf = null;
        }
        if (known.get(municipalityId) && (before == null) != (perCent == null)) {
            var more = perCent == null ? -1 : 1;
            told.stream().filter(each -> each.of.get(municipalityId)).forEach(each -> each.municipalities += more);
        }
        known.set(municipalityId);
        sharing.set(municipalityId, perCent != null);
        if (present.size() >= FEWEST && told.stream().allMatch(each -> each.isFarFrom(present.size()))) {
            toldOf = List.copyOf(present.values());
            toldAt = at;
            told.addFirst(new Told(sharing, shared));
        }
    }

    /** What is told now. */
    Optional<Distribution> shown() {
        if (toldOf == null) {
            return Optional.empty();
        }
        var bands = toldOf.stream().map(Share::band).toList();
        var distribution = Distribution.of(bands, toldAt);
        var mayBeTold = bands.size() >= FEWEST_ALIKE
                || distribution.lowerQuartile().compareTo(distribution.upperQuartile()) != 0;
        return mayBeTold ? Optional.of(distribution) : Optional.empty();
    }

    /** How many share the indicator, told of or not: everyone sees who shares. */
    int sharing() {
        return present.size();
    }
}
