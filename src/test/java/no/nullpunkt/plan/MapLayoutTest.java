package no.nullpunkt.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.nullpunkt.plan.BenefitMap.Edge;
import no.nullpunkt.plan.BenefitMap.Layer;
import no.nullpunkt.plan.BenefitMap.Node;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benefit map as it is drawn: by its geometry, for any number of benefits. */
class MapLayoutTest {

    private static final Words T = new Words(Language.NB);

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "7, false", "60, false", "60, true"})
    void nothingOverlapsAndAllIsInside(int benefits, boolean longTexts) {
        var parts = parts(PlannedRollout.of(benefits, longTexts));
        assertTrue(!parts.isEmpty());
        for (var part : parts) {
            var layout = part.layout();
            for (var box : layout.boxes()) {
                assertTrue(box.x() >= 0 && box.x() + box.width() <= layout.width(), "inside sideways");
                assertTrue(box.y() >= MapLayout.TOP && box.y() + box.height() <= layout.height(), "inside upwards");
                for (var other : layout.boxes()) {
                    assertTrue(box == other || areApart(box, other), box + " over " + other);
                }
                for (var line : box.lines()) {
                    assertTrue(line.y() <= box.y() + box.height() - 4 && line.y() - 12 >= box.y(), "text in its box");
                    assertTrue(
                            MapLayout.widthOf(line.text()) * 14 / 1000 <= box.width() - 2 * MapLayout.PADDING,
                            "text no wider than its box: " + line.text());
                }
            }
            for (var i = 0; i < part.map().edges().size(); i++) {
                var edge = part.map().edges().get(i);
                var line = layout.lines().get(i);
                assertEquals(layer(part.map(), edge.from()) + 1, layer(part.map(), edge.to()), "to the next column");
                assertEquals(MapLayout.GAP, line.x2() - line.x1(), "a line is only where no box is");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7, false", "60, false", "60, true"})
    void theMapsOfARolloutTellEachBenefitOnceAndFitAPage(int benefits, boolean longTexts) {
        var plan = PlannedRollout.of(benefits, longTexts);
        var parts = parts(plan);

        assertEquals(
                plan.rollouts().get(0).benefits().stream()
                        .map(Plan.Benefit::title)
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.map().ways().stream().map(BenefitMap.Way::benefit))
                        .toList());
        assertTrue(parts.stream()
                .allMatch(part -> part.layout().height() <= MapLayout.PAGE_HEIGHT
                        || part.map().ways().size() == 1));
    }

    @Test
    void withoutNeedsAndBenefitsThereIsNoMap() {
        assertEquals(List.of(), parts(PlannedRollout.of(0, false)));
    }

    @Test
    void aBenefitWithoutAChangeShowsTheGap() {
        var gaps = parts(PlannedRollout.of(7, false)).stream()
                .flatMap(part -> part.map().nodes().stream())
                .filter(Node::gap)
                .map(Node::text)
                .distinct()
                .toList();
        assertEquals(List.of("Ingen endring er planlagt"), gaps);
    }

    /** Two benefits whose actions were written down the other way round: in order of writing they would cross. */
    @Test
    void columnsAreOrderedSoThatLinesCrossLess() {
        var nodes = List.of(
                node(Layer.TECHNOLOGY, "A"),
                node(Layer.TECHNOLOGY, "B"),
                node(Layer.CHANGE, "for B"),
                node(Layer.CHANGE, "for A"),
                node(Layer.BENEFIT, "of A"),
                node(Layer.BENEFIT, "of B"));
        var edges = List.of(new Edge(0, 3), new Edge(1, 2), new Edge(3, 4), new Edge(2, 5));
        var map = new BenefitMap(nodes, edges, List.of());
        var asWritten = new ArrayList<List<Integer>>();
        Stream.of(Layer.values())
                .forEach(layer -> asWritten.add(IntStream.range(0, nodes.size())
                        .filter(i -> nodes.get(i).layer() == layer)
                        .boxed()
                        .toList()));
        assertEquals(2, MapLayout.crossings(map, asWritten));

        var boxes = MapLayout.of(map, T).boxes();
        assertTrue(boxes.get(3).y() < boxes.get(2).y()
                && boxes.get(4).y() < boxes.get(5).y());
    }

    @Test
    void theSameMapIsDrawnTheSame() {
        assertEquals(parts(PlannedRollout.of(60, true)), parts(PlannedRollout.of(60, true)));
    }

    private static List<MapLayout.Part> parts(Plan plan) {
        return MapLayout.parts(plan, plan.rollouts().get(0), T);
    }

    private static Node node(Layer layer, String text) {
        return new Node(layer, text, null, false);
    }

    private static int layer(BenefitMap map, int place) {
        return map.nodes().get(place).layer().ordinal();
    }

    private static boolean areApart(MapLayout.Box one, MapLayout.Box other) {
        return one.x() + one.width() <= other.x()
                || other.x() + other.width() <= one.x()
                || one.y() + one.height() <= other.y()
                || other.y() + other.height() <= one.y();
    }
}
