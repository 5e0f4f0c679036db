package no.nullpunkt.disposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.calculation.Rounding;
import no.nullpunkt.disposition.DispositionResource.Request;
import no.nullpunkt.disposition.DispositionResource.Response;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Books measured hours and kroner to what they were used for, and takes bookings back. */
@ApplicationScoped
class DispositionService {

    /** A booking runs for ten years at most, and is then decided anew. */
    private static final long MOST_MONTHS = 120;

    private final Dispositions dispositions;
    private final Benefits benefits;
    private final MeasuredGains gains;
    private final ClosedMonths closedMonths;
    private final Units units;

    DispositionService(
            Dispositions dispositions, Benefits benefits, MeasuredGains gains, ClosedMonths closedMonths, Units units) {
        this.dispositions = dispositions;
        this.benefits = benefits;
        this.gains = gains;
        this.closedMonths = closedMonths;
        this.units = units;
    }

    /**
     * Books a part of a benefit. Bookings of a benefit come one at a time, so that two never take the same hours.
     *
     * @throws Problem 409 when more would be booked than was measured up to some month, or a month is closed
     */
    @Transactional
    Response book(Caller caller, UUID benefitId, Request request) {
        var change = caller.beginChange();
        var benefit = benefits.lock(caller.municipalityId(), benefitId);
        caller.mustLeadOrOwn(benefit.ownerId(), benefit.overallOwnerId());
        var disposition = new Disposition(caller.municipalityId(), benefitId);
        describe(disposition, request);
        closedMonths.of(caller.municipalityId()).mustBeOpen(disposition.months(), "/month");
        settle(disposition, request, change);
        units.mustBeHere(
                disposition.municipalityId,
                disposition.unitId,
                Optional.ofNullable(disposition.untilMonth).orElse(disposition.month));
        dispositions.persistAndFlush(disposition);
        return Response.of(disposition);
    }

    private static void describe(Disposition disposition, Request request) {
        if ((request.hours() == null) == (request.nok() == null)) {
            throw Problem.ruleAt("/hours", "hours-or-nok");
        }
        if (request.until() != null && request.until().isBefore(request.month())) {
            throw Problem.ruleAt("/until", "period-backwards");
        }
        if (request.until() != null && request.until().isAfter(request.month().plusMonths(MOST_MONTHS - 1))) {
            throw Problem.ruleAt("/until", "too-many-months", MOST_MONTHS);
        }
        disposition.month = request.month();
        disposition.untilMonth = request.until();
        disposition.hours = request.hours();
        disposition.nok = request.nok();
        disposition.category = request.category();
        disposition.note = request.note();
        disposition.decisionReference = request.decisionReference();
    }

    /** Finds the unit whose gain is booked, and that there is enough of it in every month. */
    private void settle(Disposition disposition, Request request, Instant change) {
        var measured = gains.of(disposition.municipalityId, disposition.benefitId, change);
        if (request.unitId() == null && measured.size() != 1) {
            throw Problem.ruleAt("/unitId", "unit-to-book-in");
        }
        disposition.unitId =
                request.unitId() == null ? measured.keySet().iterator().next() : request.unitId();
        if (!measured.containsKey(disposition.unitId)) {
            throw Problem.notMeasuredIn(disposition.unitId);
        }
        var booked = new TreeMap<YearMonth, BigDecimal>();
        Stream.concat(
                        dispositions
                                .listOf(disposition.municipalityId, disposition.benefitId, disposition.unitId)
                                .stream()
                                .filter(other -> other.booksHours() == disposition.booksHours()),
                        Stream.of(disposition))
                .forEach(each -> each.months().forEach(month -> booked.merge(month, each.amount(), BigDecimal::add)));
        var ledger = new Ledger(amounts(measured.get(disposition.unitId), disposition.booksHours()), booked);
        ledger.overdrawnFrom().ifPresent(month -> {
            var balance = ledger.balances().get(month);
            var told = new Object[] {
                month,
                Rounding.printed(balance.measured()).toPlainString(),
                balance.booked().toPlainString()
            };
            throw Problem.conflict("more-than-measured", told)
                    .at(disposition.booksHours() ? "/hours" : "/nok", "more-than-measured", told);
        });
    }

    private static SortedMap<YearMonth, BigDecimal> amounts(
            SortedMap<YearMonth, MeasuredGains.Gain> measured, boolean hours) {
        var amounts = new TreeMap<YearMonth, BigDecimal>();
        measured.forEach((month, gain) -> amounts.put(month, hours ? gain.hours() : gain.nok()));
        return amounts;
    }

    @Transactional
    void withdraw(Caller caller, UUID benefitId, UUID id, IfMatch ifMatch, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.ruleAt("?reason", "reason-required");
        }
        caller.beginChange(reason);
        var benefit = benefits.lock(caller.municipalityId(), benefitId);
        caller.mustLeadOrOwn(benefit.ownerId(), benefit.overallOwnerId());
        var disposition = dispositions.getForChange(caller.municipalityId(), benefitId, id);
        closedMonths.of(caller.municipalityId()).mustBeOpen(disposition.months(), "/month");
        ifMatch.check(disposition.version, () -> Response.of(disposition));
        dispositions.delete(disposition);
    }
}
