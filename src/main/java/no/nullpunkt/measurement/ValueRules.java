package no.nullpunkt.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Consumer;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.indicator.MeasureRules;
import no.nullpunkt.measurement.ValueResource.Request;
import no.nullpunkt.municipality.ReportedMonths;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.shared.Problem;

/** What a value must answer to: the same for one that is put and for thousands in a file. */
@ApplicationScoped
class ValueRules {

    private final Units units;
    private final Clock clock;

    ValueRules(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * The numbers of a value that may be entered; null where it has none.
     *
     * @throws Problem 403 or 422 when the caller may not, the month is not one to measure in, or a number is missing or
     *     does not belong
     */
    Measure measure(Caller caller, Indicators.Measured measured, UUID unitId, YearMonth month, Request request) {
        caller.mustEnterValues(unitId, measured.measurerId());
        mustBeEnteredIn(month, measured);
        if (measured.unitLeaves()) {
            units.mustBeHere(caller.municipalityId(), unitId, month);
        }
        return numbers(measured, request);
    }

    /**
     * What entering does; the same value again changes nothing, whoever sends it.
     *
     * @param reported the months that have been reported, as found after the change was opened
     * @param present what stands, also a withdrawn value, or null
     * @param hasSeen throws where the caller has not seen what stands and so may not replace it
     * @throws Problem 409 when the month is closed or a machine would replace what a person has entered, 422 when what
     *     has been reported is corrected without a reason
     */
    Effect effect(
            Caller caller,
            ReportedMonths reported,
            YearMonth month,
            Request request,
            Measurement present,
            Consumer<Measurement> hasSeen) {
        if (present != null && request.isSameAs(present)) {
            return Effect.UNCHANGED;
        }
        reported.mustBeOpen(month, "/month");
        if (present == null) {
            return Effect.CREATED;
        }
        // Before what it has seen: a machine is not to be told that a fresher look would let it through.
        mustReplace(caller, present);
        hasSeen.accept(present);
        reported.mustExplain(month, request.reason());
        return Effect.UPDATED;
    }

    /** Passes unless a machine would replace what a person has entered. */
    static void mustReplace(Caller caller, Measurement present) {
        if (caller.isMachine() && !present.machine) {
            throw Problem.conflict("entered-by-person").at("", "entered-by-person");
        }
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

    private static Measure numbers(Indicators.Measured measured, Request request) {
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
}
