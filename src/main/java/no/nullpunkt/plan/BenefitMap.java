package no.nullpunkt.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Words;

/**
 * The benefit map of a rollout (gevinstkart): how each benefit comes of needs, technologies and changes, and which goals
 * it serves. A benefit that no change is planned for shows that as a gap.
 *
 * @param nodes layer by layer; their places in the list are what edges name
 */
record BenefitMap(List<Node> nodes, List<Edge> edges, List<Way> ways) {

    /** From why to what for. */
    enum Layer {
        NEED,
        TECHNOLOGY,
        CHANGE,
        BENEFIT,
        GOAL
    }

    /**
     * A box of the map.
     *
     * @param address of the benefit's page, or null
     * @param gap whether it stands for something that is lacking
     */
    record Node(Layer layer, String text, String address, boolean gap) {}

    record Edge(int from, int to) {}

    /** What leads to a benefit and on from it, in words: the map as text. */
    record Way(
            List<String> needs,
            List<String> technologies,
            List<String> changes,
            String benefit,
            String address,
            List<String> goals) {}

    private static final class Drawing {

        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final Set<Edge> edges = new LinkedHashSet<>();

        private int node(String key, Node node) {
            return places.computeIfAbsent(node.layer() + " " + key, added -> {
                nodes.add(node);
                return nodes.size() - 1;
            });
        }
    }

    /** The map of some benefits of a rollout, and of the needs that no benefit meets when those are wanted too. */
    static BenefitMap of(Plan plan, Plan.Rollout rollout, List<Plan.Benefit> benefits, boolean withUnmet, Words t) {
        var drawing = new Drawing();
        var ways = new ArrayList<Way>();
        var needs = rollout.needs().stream().collect(Collectors.toMap(Plan.Need::id, Plan.Need::title));
        for (var benefit : benefits) {
            var address = "/gevinster/" + benefit.id();
            var place = drawing.node(benefit.id().toString(), new Node(Layer.BENEFIT, benefit.title(), address, false));
            var technologies = benefit.technologies().isEmpty() ? rollout.technologies() : benefit.technologies();
            var changes = changes(benefit, t);
            var means = technologies.stream()
                    .map(name -> drawing.node(name, new Node(Layer.TECHNOLOGY, name, null, false)))
                    .toList();
            for (var needId : benefit.needIds()) {
                var need = drawing.node(needId.toString(), new Node(Layer.NEED, needs.get(needId), null, false));
                means.forEach(each -> drawing.edges.add(new Edge(need, each)));
            }
            for (var i = 0; i < changes.size(); i++) {
                var change = drawing.node(benefit.id() + " " + i, changes.get(i));
                means.forEach(each -> drawing.edges.add(new Edge(each, change)));
                drawing.edges.add(new Edge(change, place));
            }
            var goals = benefit.goalIds().stream()
                    .flatMap(id -> plan.goal(id).stream())
                    .toList();
            for (var goal : goals) {
                var end = drawing.node(goal.id().toString(), new Node(Layer.GOAL, goal.title(), null, false));
                drawing.edges.add(new Edge(place, end));
            }
            ways.add(new Way(
                    benefit.needIds().stream().map(needs::get).toList(),
                    technologies,
                    changes.stream().map(Node::text).toList(),
                    benefit.title(),
                    address,
                    goals.stream().map(Plan.Goal::title).toList()));
        }
        if (withUnmet) {
            rollout.needs()
                    .forEach(need -> drawing.node(
                            need.id().toString(), new Node(Layer.NEED, need.title(), null, !isMet(rollout, need))));
        }
        return new BenefitMap(drawing.nodes, List.copyOf(drawing.edges), ways);
    }

    private static boolean isMet(Plan.Rollout rollout, Plan.Need need) {
        return rollout.benefits().stream().anyMatch(benefit -> benefit.needIds().contains(need.id()));
    }

    private static List<Node> changes(Plan.Benefit benefit, Words t) {
        if (benefit.actions().isEmpty()) {
            return List.of(new Node(Layer.CHANGE, t.of("map-no-change"), null, true));
        }
        return benefit.actions().stream()
                .map(action -> new Node(
                        Layer.CHANGE,
                        action.kind().equals("STOP") ? t.of("map-stop", action.description()) : action.description(),
                        null,
                        false))
                .toList();
    }
}
