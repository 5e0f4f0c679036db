package no.nullpunkt.portfolio;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.Snapshot;

/**
 * An indicator that reached its target early: over all units that measured, in a month of the period no later than the
 * sixth from go-live, with no unit's sum or level missing. New work and what drives a benefit are no wins, and neither
 * is what was given up. Of a benefit the first one is told.
 *
 * @param month the first one in which the target was reached
 * @param months how many months after go-live; 0 in the month itself
 */
record EarlyWin(UUID benefitId, String benefit, String indicator, YearMonth month, int months) {

    /** Go-live's own month is the first of them. */
    static final int MONTHS = 6;

    private record Cycle(UUID indicatorId, YearMonth month) {}

    /** The earliest first. */
    static List<EarlyWin> of(Snapshot snapshot, Rollup rollup) {
        var told = new HashSet<UUID>();
        return rollup
                .only(point -> isJudged(snapshot, point))
                .by(point -> new Cycle(point.indicatorId(), point.month()))
                .stream()
                .filter(group -> group.figures().status() == Status.REACHED
                        && !group.figures().incomplete())
                .map(group -> of(snapshot, group.key()))
                .sorted(Comparator.comparing(EarlyWin::month).thenComparing(EarlyWin::benefit))
                .filter(win -> told.add(win.benefitId()))
                .toList();
    }

    private static boolean isJudged(Snapshot snapshot, Point point) {
        var facts = snapshot.benefits().get(point.benefitId());
        var role = point.indicator().role();
        return role != IndicatorRole.DRIVER
                && role != IndicatorRole.DISBENEFIT
                && !facts.isAbandoned()
                && facts.goLive() != null
                && !point.month().isBefore(facts.goLive())
                && point.month().isBefore(facts.goLive().plusMonths(MONTHS));
    }

    private static EarlyWin of(Snapshot snapshot, Cycle cycle) {
        var indicator = snapshot.indicators().get(cycle.indicatorId());
        var facts = snapshot.benefits().get(indicator.benefitId());
        var months = Math.toIntExact(ChronoUnit.MONTHS.between(facts.goLive(), cycle.month()));
        return new EarlyWin(facts.id(), facts.title(), indicator.name(), cycle.month(), months);
    }
}
