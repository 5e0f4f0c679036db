package no.nullpunkt.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.measurement.ValueResource.Request;
import no.nullpunkt.measurement.ValueResource.Response;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Tally;

/** Enters, corrects and withdraws values. */
@ApplicationScoped
public class ValueService {

    /** The value that stands after a PUT, and whether it was new. */
    public record Outcome(boolean created, int version, Response value) {}

    private final Measurements measurements;
    private final Indicators indicators;
    private final ClosedMonths closedMonths;
    private final ValueRules rules;
    private final Tally tally;

    ValueService(
            Measurements measurements,
            Indicators indicators,
            ClosedMonths closedMonths,
            ValueRules rules,
            Tally tally) {
        this.measurements = measurements;
        this.indicators = indicators;
        this.closedMonths = closedMonths;
        this.rules = rules;
        this.tally = tally;
    }

    /** Enters a value, or corrects the one that stands; the same value again changes nothing. */
    @Transactional
    public Outcome enter(
            Caller caller, UUID indicatorId, UUID unitId, YearMonth month, IfMatch ifMatch, Request request) {
        caller.beginChange(request.reason());
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        var measure = rules.measure(caller, measured, unitId, month, request);
        var present = measurements
                .findForChange(caller.municipalityId(), measured.seriesId(), month)
                .orElse(null);
        var reported = closedMonths.of(caller.municipalityId());
        var effect = rules.effect(caller, reported, month, request, present, seen -> {
            if (seen.status != Measurement.Status.WITHDRAWN) {
                ifMatch.check(seen.version, () -> Response.of(seen, indicatorId, unitId));
            }
        });
        if (effect == Effect.UNCHANGED) {
            return outcome(false, present, indicatorId, unitId);
        }
        var measurement =
                present == null ? new Measurement(caller.municipalityId(), measured.seriesId(), month) : present;
        write(measurement, request, measure, caller);
        measurements.persistAndFlush(measurement);
        tally.add("values", effect.counted(), 1);
        return outcome(effect == Effect.CREATED, measurement, indicatorId, unitId);
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
        ValueRules.mustReplace(caller, present);
        present.withdraw(reason, caller.isMachine());
        tally.add("values", "withdrawn", 1);
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
