package no.nullpunkt.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.nullpunkt.plan.BenefitMap.Edge;
import no.nullpunkt.plan.BenefitMap.Layer;
import no.nullpunkt.plan.BenefitMap.Node;
import no.nullpunkt.shared.Words;

/**
 * Where the boxes and lines of a benefit map are drawn, in whole units: a column for each layer, from need to goal, and
 * in each column the boxes one below the other.
 *
 * <p>Every line goes from one column to the next, so lines meet no boxes but their own. To cross less, a column is put in
 * the order of the mean places of what its boxes are linked to on the side that is already placed, forwards and
 * backwards a few times, and the order with the fewest crossings is kept. It is the barycentre rule of Sugiyama's
 * layered drawings: simple, the same every time, and no worse than what people draw by hand.
 */
record MapLayout(int width, int height, List<Heading> headings, List<Box> boxes, List<Line> lines) {

    static final int COLUMN = 200;
    static final int GAP = 50;
    static final int BOX_GAP = 12;
    static final int TOP = 34;
    static final int PADDING = 8;
    static final int LINE_HEIGHT = 18;
    static final int MOST_LINES = 6;

    /** As many as an A4 page on its side has room for at a size that can be read. */
    static final int PAGE_HEIGHT = 640;

    /** In thousandths of the size of the type, which is 14: wide letters of a sans-serif, with room to spare. */
    private static final int ROOM = (COLUMN - 2 * PADDING) * 1000 / 14;

    private static final int SWEEPS = 8;

    record Heading(int x, String text) {}

    record Box(Node node, int x, int y, int width, int height, List<Text> lines) {}

    record Text(int x, int y, String text) {}

    /** From the right of a box to the left of another. */
    record Line(int x1, int y1, int x2, int y2) {

        /** As SVG draws it: leaving and arriving level. */
        public String path() {
            var middle = (x1 + x2) / 2;
            return "M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2 + " " + x2 + " " + y2;
        }
    }

    /** Maps of a rollout that each have room on a page: its benefits in their order, as many in each as fit. */
    static List<Part> parts(Plan plan, Plan.Rollout rollout, Words t) {
        var parts = new ArrayList<Part>();
        var some = new ArrayList<Plan.Benefit>();
        for (var benefit : rollout.benefits()) {
            some.add(benefit);
            if (some.size() > 1
                    && part(plan, rollout, some, parts.isEmpty(), t).layout().height() > PAGE_HEIGHT) {
                some.remove(benefit);
                parts.add(part(plan, rollout, some, parts.isEmpty(), t));
                some.clear();
                some.add(benefit);
            }
        }
        if (!some.isEmpty() || !rollout.needs().isEmpty() && parts.isEmpty()) {
            parts.add(part(plan, rollout, some, parts.isEmpty(), t));
        }
        return parts;
    }

    /** What a map is called; its part where a rollout has several. */
    static String name(Plan.Rollout rollout, int place, int parts, Words t) {
        return parts == 1
                ? t.of("map-of", rollout.name())
                : t.of("map-part", rollout.name(), String.valueOf(place + 1), String.valueOf(parts));
    }

    /** A map and how it is drawn. */
    record Part(BenefitMap map, MapLayout layout) {}

    private static Part part(Plan plan, Plan.Rollout rollout, List<Plan.Benefit> benefits, boolean first, Words t) {
        var map = BenefitMap.of(plan, rollout, benefits, first, t);
        return new Part(map, of(map, t));
    }

    static MapLayout of(BenefitMap map, Words t) {
        var columns = order(map);
        var heights = columns.stream().mapToInt(column -> height(map, column)).toArray();
        var tallest = Arrays.stream(heights).max().orElse(0);
        var boxes = new Box[map.nodes().size()];
        for (var layer = 0; layer < columns.size(); layer++) {
            var y = TOP + (tallest - heights[layer]) / 2;
            for (var place : columns.get(layer)) {
                boxes[place] = box(map.nodes().get(place), layer * (COLUMN + GAP), y);
                y += boxes[place].height() + BOX_GAP;
            }
        }
        var lines = map.edges().stream()
                .map(edge -> line(boxes[edge.from()], boxes[edge.to()]))
                .toList();
        var headings = Arrays.stream(Layer.values())
                .map(layer -> new Heading(layer.ordinal() * (COLUMN + GAP) + COLUMN / 2, heading(layer, t)))
                .toList();
        return new MapLayout(
                Layer.values().length * (COLUMN + GAP) - GAP, TOP + tallest + 2, headings, List.of(boxes), lines);
    }

    static String heading(Layer layer, Words t) {
        return switch (layer) {
            case NEED -> t.of("map-need");
            case TECHNOLOGY -> t.of("map-technology");
            case CHANGE -> t.of("map-change");
            case BENEFIT -> t.of("map-benefit");
            case GOAL -> t.of("map-goal");
        };
    }

    private static Box box(Node node, int x, int y) {
        var wrapped = wrap(node.text());
        var lines = IntStream.range(0, wrapped.size())
                .mapToObj(i -> new Text(x + PADDING, y + PADDING + LINE_HEIGHT * i + 13, wrapped.get(i)))
                .toList();
        return new Box(node, x, y, COLUMN, 2 * PADDING + LINE_HEIGHT * lines.size(), lines);
    }

    private static Line line(Box from, Box to) {
        return new Line(from.x() + from.width(), from.y() + from.height() / 2, to.x(), to.y() + to.height() / 2);
    }

    private static int height(BenefitMap map, List<Integer> column) {
        var boxes = column.stream()
                .mapToInt(place -> box(map.nodes().get(place), 0, 0).height())
                .sum();
        return boxes + BOX_GAP * Math.max(0, column.size() - 1);
    }

    private static List<List<Integer>> order(BenefitMap map) {
        var columns = new ArrayList<List<Integer>>();
        for (var layer : Layer.values()) {
            columns.add(new ArrayList<>(IntStream.range(0, map.nodes().size())
                    .filter(place -> map.nodes().get(place).layer() == layer)
                    .boxed()
                    .toList()));
        }
        var best = copy(columns);
        var fewest = crossings(map, best);
        for (var sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            for (var i = 1; i < columns.size(); i++) {
                var layer = sweep % 2 == 0 ? i : columns.size() - 1 - i;
                sort(map, columns.get(layer), columns.get(sweep % 2 == 0 ? layer - 1 : layer + 1));
            }
            var crossings = crossings(map, columns);
            if (crossings < fewest) {
                fewest = crossings;
                best = copy(columns);
            }
        }
        return best;
    }

    /** A box that is linked to nothing on that side stays about where it is. */
    private static void sort(BenefitMap map, List<Integer> column, List<Integer> placed) {
        var before = List.copyOf(column);
        column.sort(Comparator.comparingInt(place -> {
            var linked = map.edges().stream()
                    .mapToInt(edge -> edge.from() == place ? edge.to() : edge.to() == place ? edge.from() : -1)
                    .map(placed::indexOf)
                    .filter(index -> index >= 0)
                    .toArray();
            return linked.length == 0
                    ? before.indexOf(place) * 1000
                    : Arrays.stream(linked).sum() * 1000 / linked.length;
        }));
    }

    /** How many pairs of lines cross, when the columns are in this order. */
    static int crossings(BenefitMap map, List<List<Integer>> columns) {
        var places = new int[map.nodes().size()];
        columns.forEach(column -> IntStream.range(0, column.size()).forEach(i -> places[column.get(i)] = i));
        var crossings = 0;
        for (var one : map.edges()) {
            for (var other : map.edges()) {
                if (sameColumns(map, one, other)
                        && places[one.from()] < places[other.from()]
                        && places[one.to()] > places[other.to()]) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    private static boolean sameColumns(BenefitMap map, Edge one, Edge other) {
        return map.nodes().get(one.from()).layer()
                == map.nodes().get(other.from()).layer();
    }

    private static List<List<Integer>> copy(List<List<Integer>> columns) {
        return columns.stream().<List<Integer>>map(ArrayList::new).toList();
    }

    /** Lines that fit a box; what is longer than the box has room for ends in three dots, and is told whole in text. */
    static List<String> wrap(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            for (var piece : pieces(word)) {
                if (!line.isEmpty() && widthOf(line + " " + piece) > ROOM) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        var last = shown.get(MOST_LINES - 1);
        while (widthOf(last + "…") > ROOM) {
            last = last.substring(0, last.length() - 1);
        }
        shown.set(MOST_LINES - 1, last.stripTrailing() + "…");
        return shown;
    }

    /** A word too long for a line is cut where the line is full. */
    private static List<String> pieces(String word) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var character : word.codePoints().toArray()) {
            var next = Character.toString(character);
            if (widthOf(piece + next) > ROOM) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(next);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    static int widthOf(String text) {
        return text.codePoints().map(MapLayout::width).sum();
    }

    /** Generous for common sans-serifs, so that no font in use is wider than the box. */
    private static int width(int character) {
        if ("iljtfrI.,:;'!|()[]- ".indexOf(character) >= 0) {
            return 360;
        }
        return "mwMW@%—…ÆŒ".indexOf(character) >= 0 || character > 0x2fff
                ? 1000
                : Character.isUpperCase(character) ? 740 : 600;
    }
}
