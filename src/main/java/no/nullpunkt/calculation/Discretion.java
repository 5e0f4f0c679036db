package no.nullpunkt.calculation;

import java.util.Collection;

/**
 * What a reader is not told: the numbers of some points, and of the sums over them those that would give the points
 * away. Sums are made of all points all the same; who they are for decides only what is told of them.
 */
public interface Discretion {

    /** How much is told of one indicator's sum, least first. */
    enum Told {
        NOTHING,
        /** The level alone: what hangs on null-points is not told. */
        LEVEL,
        EVERYTHING;

        /** The least that either tells. */
        public Told and(Told other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    /** For whoever may see everything. */
    Discretion NONE = new Discretion() {
        @Override
        public boolean hides(Point point) {
            return false;
        }

        @Override
        public Told ofSum(Collection<Point> hidden) {
            return Told.EVERYTHING;
        }
    };

    /** Whether the point's numbers are hidden. */
    boolean hides(Point point);

    /**
     * What is told of a sum.
     *
     * @param hidden the measured points in it that are hidden, all of one indicator; at least one
     */
    Told ofSum(Collection<Point> hidden);
}
