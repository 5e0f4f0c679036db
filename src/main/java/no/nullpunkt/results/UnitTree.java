package no.nullpunkt.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The units of a municipality, each below its own; siblings keep the order they came in. */
final class UnitTree {

    /** The units below each; those at the top are below null. */
    private final Map<UUID, List<UUID>> below = new HashMap<>();

    UnitTree(Collection<UnitFacts> units) {
        units.forEach(unit -> below.computeIfAbsent(unit.parentId(), added -> new ArrayList<>())
                .add(unit.id()));
    }

    /** Every unit, right before those below it. */
    List<UUID> topDown() {
        var units = new ArrayList<UUID>();
        below.getOrDefault(null, List.of()).forEach(top -> addWithBelow(top, units));
        return units;
    }

    /** These units and all below them. */
    Set<UUID> withBelow(Collection<UUID> some) {
        var units = new HashSet<UUID>();
        some.forEach(unit -> addWithBelow(unit, units));
        return units;
    }

    private void addWithBelow(UUID unit, Collection<UUID> units) {
        units.add(unit);
        below.getOrDefault(unit, List.of()).forEach(each -> addWithBelow(each, units));
    }
}
