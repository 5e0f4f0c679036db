package no.nullpunkt.results;

import java.text.Collator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.shared.Language;

/**
 * One thing that is owed: a value of a month that has ended, or a null-point, target or owner not yet there. A value is
 * owed by the series' measurer, and else, like the rest, by the benefit's owner.
 *
 * @param who null when nobody is named
 * @param series null for what a benefit lacks
 * @param due the month it belongs to, null when none is known
 */
public record Missing(Named who, Kind kind, UUID benefitId, SeriesKey series, YearMonth due) {

    /** What can be owed. */
    public enum Kind {
        VALUE,
        BASELINE,
        APPROVAL,
        TARGET,
        OWNER
    }

    /** All there is, by who owes it, nobody first. */
    public static List<Missing> of(Snapshot snapshot, Rollup rollup, Language language) {
        var found = new ArrayList<Missing>();
        rollup.walk().filter(point -> point.state() == PointState.MISSING).forEach(point -> {
            var key = SeriesKey.of(point);
            var who = whoOwes(snapshot, point.benefitId(), key);
            found.add(new Missing(who, Kind.VALUE, point.benefitId(), key, point.month()));
        });
        for (var benefit : snapshot.portfolio().benefits()) {
            // What was given up is not asked for; values of its months that ended before are still counted as missing.
            if (!snapshot.benefits().get(benefit.id()).isAbandoned()) {
                addPlans(found, snapshot, benefit);
            }
        }
        var alphabet = Collator.getInstance(language.locale());
        var byName = Comparator.nullsFirst(
                Comparator.comparing(Named::name, alphabet).thenComparing(Named::id));
        found.sort(Comparator.comparing(Missing::who, byName)
                .thenComparing(Missing::kind)
                .thenComparing(Missing::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return found;
    }

    private static void addPlans(List<Missing> found, Snapshot snapshot, Benefit benefit) {
        var facts = snapshot.benefits().get(benefit.id());
        var owner = facts.ownerStands() ? facts.owner() : null;
        if (owner == null) {
            found.add(new Missing(facts.overallOwner(), Kind.OWNER, benefit.id(), null, null));
        }
        for (var indicator : benefit.indicators()) {
            for (var series : indicator.series()) {
                if (hasLeft(snapshot, series)) {
                    continue;
                }
                var key = new SeriesKey(indicator.id(), series.unitId());
                var baseline = snapshot.series().get(key).baseline();
                if (baseline == null) {
                    var who = whoOwes(snapshot, benefit.id(), key);
                    found.add(new Missing(who, Kind.BASELINE, benefit.id(), key, facts.goLive()));
                } else if (!baseline.approved()) {
                    found.add(new Missing(owner, Kind.APPROVAL, benefit.id(), key, facts.goLive()));
                }
                if (series.targets().byMonth().isEmpty()) {
                    found.add(new Missing(owner, Kind.TARGET, benefit.id(), key, facts.goLive()));
                }
            }
        }
    }

    /** What is measured in another municipality by now is not owed here. */
    private static boolean hasLeft(Snapshot snapshot, Series series) {
        var stay = snapshot.units().get(series.unitId()).stay(Basis.RESTATED);
        return !stay.holds(snapshot.period().to());
    }

    private static Named whoOwes(Snapshot snapshot, UUID benefitId, SeriesKey key) {
        var measurer = snapshot.series().get(key).measurer();
        var facts = snapshot.benefits().get(benefitId);
        return measurer == null && facts.ownerStands() ? facts.owner() : measurer;
    }
}
