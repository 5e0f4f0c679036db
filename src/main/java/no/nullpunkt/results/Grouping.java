package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.shared.Language;

/**
 * The groups of a portfolio in the order people read them, with what was taken out of each.
 *
 * @param lines one for each group, that of what has no key last
 */
public record Grouping(List<Line> lines) {

    /**
     * One group.
     *
     * @param key an id, code or month; null for what has none
     * @param parentKey of the unit above, null elsewhere
     * @param takenOut null where it is not known: it is booked on a benefit, and no part of it on one indicator
     */
    public record Line(String key, String name, String parentKey, Figures figures, TakenOut takenOut) {}

    public static Grouping of(Snapshot snapshot, Rollup rollup, GroupBy groupBy, Language language) {
        return new Maker(snapshot, rollup, language).by(groupBy);
    }

    /** What was taken out of all that the rollup counts; null when it is narrowed to indicators. */
    public static TakenOut total(Snapshot snapshot, Rollup rollup) {
        var all = new Maker(snapshot, rollup, Language.NB).takenOut(booking -> "");
        return all == null ? null : all.getOrDefault("", TakenOut.NOTHING);
    }

    private static final class Maker {

        private final Snapshot snapshot;
        private final Rollup rollup;
        private final Language language;
        private final Map<UUID, Benefit> benefits = new HashMap<>();

        private Maker(Snapshot snapshot, Rollup rollup, Language language) {
            this.snapshot = snapshot;
            this.rollup = rollup;
            this.language = language;
            rollup.portfolio().benefits().forEach(benefit -> benefits.put(benefit.id(), benefit));
        }

        private Grouping by(GroupBy groupBy) {
            return switch (groupBy) {
                case BENEFIT ->
                    lines(rollup.byBenefit(), id -> snapshot.benefits().get(id).title(), takenOut(Booking::benefitId));
                case INDICATOR ->
                    lines(
                            rollup.byIndicator(),
                            id -> snapshot.indicators().get(id).name(),
                            null);
                case TYPE ->
                    lines(
                            inOrder(rollup.byType(), Comparator.naturalOrder()),
                            type -> label("type", type),
                            takenOut(booking -> benefitOf(booking).type()));
                case PLAN_HEADING ->
                    lines(
                            inOrder(rollup.byPlanHeading(), Comparator.naturalOrder()),
                            heading -> label("planHeading", heading),
                            takenOut(booking -> benefitOf(booking).planHeading()));
                case MONTH -> lines(rollup.byMonth(), this::monthName, takenOut(Booking::month));
                case TECHNOLOGY -> byTechnology();
                case UNIT -> byUnit();
            };
        }

        private Grouping byTechnology() {
            var order = new ArrayList<>(snapshot.technologies().keySet());
            return lines(
                    inOrder(rollup.byTechnology(), Comparator.comparing(order::indexOf)),
                    code -> code == null
                            ? label("technology", null)
                            : snapshot.technologies().get(code).in(language),
                    takenOutBy(booking -> rollup.shares(benefitOf(booking))));
        }

        private Grouping byUnit() {
            var parents = snapshot.parents();
            var byId = new HashMap<UUID, Figures>();
            rollup.byUnit(parents).forEach(group -> byId.put(group.key(), group.figures()));
            var takenOut = takenOutBy(booking -> withAbove(booking, parents));
            var tree = new UnitTree(snapshot.units().values());
            var chosen = snapshot.filter().unitIds();
            // The units above those chosen would show a part of what is theirs.
            byId.keySet().retainAll(chosen.isEmpty() ? snapshot.units().keySet() : tree.withBelow(chosen));
            var lines = new ArrayList<Line>();
            for (var id : tree.topDown()) {
                if (byId.containsKey(id)) {
                    var parent = parents.get(id);
                    lines.add(new Line(
                            id.toString(),
                            snapshot.units().get(id).name(),
                            parent == null ? null : parent.toString(),
                            byId.get(id),
                            takenOut == null ? null : takenOut.getOrDefault(id, TakenOut.NOTHING)));
                }
            }
            return new Grouping(lines);
        }

        private Map<UUID, BigDecimal> withAbove(Booking booking, Map<UUID, UUID> parents) {
            var share = rollup.shareOf(benefitOf(booking));
            var shares = new HashMap<UUID, BigDecimal>();
            for (var unit = booking.unitId(); unit != null; unit = parents.get(unit)) {
                shares.put(unit, share);
            }
            return shares;
        }

        private <K> Map<K, TakenOut> takenOut(Function<Booking, K> key) {
            return takenOutBy(
                    booking -> Collections.singletonMap(key.apply(booking), rollup.shareOf(benefitOf(booking))));
        }

        private <K> Map<K, TakenOut> takenOutBy(Function<Booking, Map<K, BigDecimal>> shares) {
            if (!snapshot.filter().indicatorIds().isEmpty()) {
                return null;
            }
            var sums = TakenOut.sums(snapshot.bookings(), shares);
            overdrafts()
                    .flatMap(overdraft -> overdraft.months(snapshot.period()).map(overdraft::bookingOfNothing))
                    .flatMap(booking -> shares.apply(booking).keySet().stream())
                    .forEach(key -> sums.merge(key, TakenOut.OVERDRAWN, TakenOut::plus));
            return sums;
        }

        /** Those of the benefits that are counted here. */
        private Stream<Overdraft> overdrafts() {
            return snapshot.overdrafts().stream().filter(overdraft -> benefits.containsKey(overdraft.benefitId()));
        }

        private Benefit benefitOf(Booking booking) {
            return benefits.get(booking.benefitId());
        }

        private <K> Grouping lines(List<Group<K>> groups, Function<K, String> name, Map<K, TakenOut> takenOut) {
            return new Grouping(groups.stream()
                    .map(group -> new Line(
                            group.key() == null ? null : group.key().toString(),
                            name.apply(group.key()),
                            null,
                            group.figures(),
                            takenOut == null ? null : takenOut.getOrDefault(group.key(), TakenOut.NOTHING)))
                    .toList());
        }

        private static <K> List<Group<K>> inOrder(List<Group<K>> groups, Comparator<K> order) {
            return groups.stream()
                    .sorted(Comparator.comparing(Group::key, Comparator.nullsLast(order)))
                    .toList();
        }

        private String label(String kind, Enum<?> code) {
            return language.text("labels", kind + "-" + (code == null ? "none" : code.name()));
        }

        private String monthName(YearMonth month) {
            return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
        }
    }
}
