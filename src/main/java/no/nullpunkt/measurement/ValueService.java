package no.nullpunkt.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.indicator.MeasureRules;
import no.nullpunkt.measurement.ValueResource.Request;
import no.nullpunkt.measurement.ValueResource.Response;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Enters, corrects and withdraws values. */
@ApplicationScoped
class ValueService {

    /** The value that stands after a PUT, and whether it was new. */
    record Outcome(boolean created, int version, Response value) {}

    private final Measurements measurements;
    private final Indicators indicators;
    private final ClosedMonths closedMonths;
    private final Clock clock;

    ValueService(Measurements measurements, Indicators indicators, ClosedMonths closedMonths, Clock clock) {
        this.measurements = measurements;
        this.indicators = indicators;
        this.closedMonths = closedMonths;
        this.clock = clock;
    }

    /**
     * Enters a value, or corrects the one that stands; the same value again changes nothing.
     *
     * @throws Problem 409 in a closed month, 422 when a reported value is corrected without a reason
     */
    @Transactional
    Outcome enter(Caller caller, UUID indicatorId, UUID unitId, YearMonth month, IfMatch ifMatch, Request request) {
        caller.beginChange(request.reason());
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        caller.mustEnterValues(unitId, measured.measurerId());
        mustBeEnteredIn(month, measured);
        var measure = measure(measured, request);
        var present = measurements
                .findForChange(caller.municipalityId(), measured.seriesId(), month)
                .orElse(null);
        if (present != null && request.isSameAs(present)) {
            return outcome(false, present, indicatorId, unitId);
        }
        var reported = closedMonths.of(caller.municipalityId());
        reported.mustBeOpen(month, "/month");
        if (present == null) {
            var measurement = new Measurement(caller.municipalityId(), measured.seriesId(), month);
            write(measurement, request, measure, caller);
            measurements.persistAndFlush(measurement);
            return outcome(true, measurement, indicatorId, unitId);
        }
        if (caller.isMachine() && !present.machine) {
            // Before the ETag: a machine is not to be told that a fresher one would let it through.
            throw Problem.conflict("entered-by-person").at("", "entered-by-person");
        }
        if (present.status != Measurement.Status.WITHDRAWN) {
            ifMatch.check(present.version, () -> Response.of(present, indicatorId, unitId));
        }
        reported.mustExplain(month, request.reason());
        write(present, request, measure, caller);
        measurements.flush();
        return outcome(false, present, indicatorId, unitId);
    }

    /** Takes a value back, with a reason; it counts as missing from now on. */
    @Transactional
    void withdraw(Caller caller, UUID indicatorId, UUID unitId, YearMonth month, IfMatch ifMatch, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.ruleAt("?reason", "reason-required");
        }
        caller.beginChange(reason);
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        caller.mustEnterValues(unitId, measured.measurerId());
        var present = measurements
                .findForChange(caller.municipalityId(), measured.seriesId(), month)
                .filter(value -> value.status != Measurement.Status.WITHDRAWN)
                .orElseThrow(Problem::notFound);
        closedMonths.of(caller.municipalityId()).mustBeOpen(month, "/month");
        ifMatch.check(present.version, () -> Response.of(present, indicatorId, unitId));
        if (caller.isMachine() && !present.machine) {
            throw Problem.conflict("entered-by-person").at("", "entered-by-person");
        }
        present.withdraw(reason);
    }

    private void mustBeEnteredIn(YearMonth month, Indicators.Measured measured) {
        if (!measured.isCycleEnd(month)) {
            throw Problem.ruleAt(
                    "/month", "not-a-cycle-end", month, measured.frequencyMonths(), measured.cycleEnd(month));
        }
        var firstOfCycle = month.minusMonths(measured.frequencyMonths() - 1L);
        if (firstOfCycle.isAfter(YearMonth.now(clock))) {
            throw Problem.ruleAt("/month", "month-not-begun", month);
        }
    }

    private static Measure measure(Indicators.Measured measured, Request request) {
        if (request.status() == ValueStatus.MEASURED) {
            return MeasureRules.measure(
                    measured.aggregation(),
                    measured.valued(),
                    request.value(),
                    request.weight(),
                    request.numerator(),
                    request.denominator());
        }
        request.numberGiven().ifPresent(name -> {
            throw Problem.ruleAt("/" + name, "number-not-measured", request.status());
        });
        if (request.status() == ValueStatus.NOT_MEASURED
                && (request.reason() == null || request.reason().isBlank())) {
            throw Problem.ruleAt("/reason", "reason-required");
        }
        return null;
    }

    private static void write(Measurement measurement, Request request, Measure measure, Caller caller) {
        measurement.status = Measurement.Status.valueOf(request.status().name());
        measurement.measure(measure);
        measurement.quality = request.quality();
        measurement.comment = request.comment();
        measurement.reason = request.reason();
        measurement.machine = caller.isMachine();
    }

    private static Outcome outcome(boolean created, Measurement measurement, UUID indicatorId, UUID unitId) {
        return new Outcome(created, measurement.version, Response.of(measurement, indicatorId, unitId));
    }
}
