package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A small line of figures as SVG: x from left to right in equal steps, a break where a figure is missing. Null-point and
 * target are straight lines across.
 *
 * @param segments the points of each unbroken part, as {@code points} of a polyline
 * @param dots the centre of each figure
 * @param baselineY where the null-point lies, or null, as is the target's
 */
public record Line(
        int width, int height, List<String> segments, List<Dot> dots, BigDecimal baselineY, BigDecimal targetY) {

    public record Dot(BigDecimal x, BigDecimal y) {}

    private static final int MARGIN = 6;

    /**
     * Draws figures.
     *
     * @param figures from left to right, null where one is missing; at least one of them is there
     */
    public static Line of(int width, int height, List<BigDecimal> figures, BigDecimal baseline, BigDecimal target) {
        var all = Stream.concat(figures.stream(), Stream.of(baseline, target))
                .filter(Objects::nonNull)
                .toList();
        var lowest = all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        var highest = all.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        var scale = new Scale(width, height, figures.size(), lowest, highest);
        var segments = new ArrayList<String>();
        var dots = new ArrayList<Dot>();
        var segment = new StringBuilder();
        for (var i = 0; i < figures.size(); i++) {
            if (figures.get(i) == null) {
                end(segment, segments);
                continue;
            }
            var dot = new Dot(scale.x(i), scale.y(figures.get(i)));
            dots.add(dot);
            segment.append(dot.x()).append(',').append(dot.y()).append(' ');
        }
        end(segment, segments);
        return new Line(
                width,
                height,
                segments,
                dots,
                baseline == null ? null : scale.y(baseline),
                target == null ? null : scale.y(target));
    }

    private static void end(StringBuilder segment, List<String> segments) {
        if (!segment.isEmpty()) {
            segments.add(segment.toString().strip());
            segment.setLength(0);
        }
    }

    private record Scale(int width, int height, int count, BigDecimal lowest, BigDecimal highest) {

        BigDecimal x(int index) {
            var between = Math.max(1, count - 1);
            return part(BigDecimal.valueOf(index), BigDecimal.valueOf(between), width - 2 * MARGIN);
        }

        /** Upwards is less in SVG; figures that are all alike lie in the middle. */
        BigDecimal y(BigDecimal figure) {
            var range = highest.subtract(lowest);
            return range.signum() == 0
                    ? BigDecimal.valueOf(height / 2)
                    : part(highest.subtract(figure), range, height - 2 * MARGIN);
        }

        private static BigDecimal part(BigDecimal of, BigDecimal whole, int length) {
            return of.multiply(BigDecimal.valueOf(length))
                    .divide(whole, 1, RoundingMode.HALF_UP)
                    .add(BigDecimal.valueOf(MARGIN));
        }
    }
}
