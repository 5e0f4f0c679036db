package no.nullpunkt.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.nullpunkt.benefit.Outcomes;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Status;

/** Answers a benefit's checklist about its figures, from the first month measured to the last that has ended. */
@ApplicationScoped
class OutcomesOfBenefit implements Outcomes {

    /** Statuses under which a deviation is to be explained. */
    private static final Set<Status> BEHIND = EnumSet.of(Status.BEHIND, Status.OFF_TRACK, Status.WORSE_THAN_BASELINE);

    private final Snapshots snapshots;
    private final Clock clock;

    OutcomesOfBenefit(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public Outcome outcomeOf(int municipalityId, UUID benefitId) {
        var lastEnded = YearMonth.now(clock).minusMonths(1);
        var filter = new Filter(Set.of(benefitId), Set.of(), Set.of(), Set.of());
        var snapshot = snapshots.read(municipalityId, null, new Period(lastEnded, lastEnded), null, filter);
        var first = snapshot.portfolio().benefits().stream()
                .flatMap(benefit -> benefit.indicators().stream())
                .map(Indicator::measureFrom)
                .min(YearMonth::compareTo);
        if (first.isEmpty() || first.get().isAfter(lastEnded)) {
            return new Outcome(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var whole = snapshots.read(
                municipalityId, null, new Period(first.get(), lastEnded), snapshot.asOf(), filter);
        var rollup = whole.rollup();
        var figures = rollup.total().figures();
        return new Outcome(
                rollup.byIndicator().stream()
                        .filter(group -> BEHIND.contains(group.figures().status()))
                        .map(Group::key)
                        .toList(),
                figures.hours().subtract(booked(whole, Booking::hours)),
                figures.nok().subtract(booked(whole, Booking::nok)));
    }

    private static BigDecimal booked(Snapshot snapshot, Function<Booking, BigDecimal> amount) {
        return snapshot.bookings().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
