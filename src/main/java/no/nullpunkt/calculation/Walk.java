package no.nullpunkt.calculation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Points in their order, to be walked through as often as one likes. */
sealed interface Walk {

    Stream<Point> stream();

    List<Point> list();

    Walk only(Predicate<Point> counts);

    Walk each(UnaryOperator<Point> change);

    /** Made once, for a few points that are walked through often. */
    record Held(List<Point> list) implements Walk {

        @Override
        public Stream<Point> stream() {
            return list.stream();
        }

        @Override
        public Walk only(Predicate<Point> counts) {
            return new Held(list.stream().filter(counts).toList());
        }

        @Override
        public Walk each(UnaryOperator<Point> change) {
            return new Held(list.stream().map(change).toList());
        }
    }

    /** Made anew at each walk and let go, for more points than memory should hold. */
    record Anew(Supplier<Stream<Point>> source) implements Walk {

        @Override
        public Stream<Point> stream() {
            return source.get();
        }

        @Override
        public List<Point> list() {
            return stream().toList();
        }

        @Override
        public Walk only(Predicate<Point> counts) {
            return new Anew(() -> stream().filter(counts));
        }

        @Override
        public Walk each(UnaryOperator<Point> change) {
            return new Anew(() -> stream().map(change));
        }
    }
}
