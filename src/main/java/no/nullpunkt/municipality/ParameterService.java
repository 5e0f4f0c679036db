package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.TreeMap;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.municipality.MunicipalityResource.DatedAmount;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Sets dated parameters. */
@ApplicationScoped
class ParameterService {

    /** What stands after a PUT, and whether it was new. */
    record Outcome(boolean created, DatedAmount amount) {}

    private final Parameters parameters;
    private final ClosedMonths closedMonths;

    ParameterService(Parameters parameters, ClosedMonths closedMonths) {
        this.parameters = parameters;
        this.closedMonths = closedMonths;
    }

    /**
     * Sets an amount that holds from a month until the next one.
     *
     * @throws Problem 422 when it holds in reported months and nobody says why
     */
    @Transactional
    Outcome set(Caller caller, Parameter.Kind kind, YearMonth from, BigDecimal amount, String reason, IfMatch ifMatch) {
        caller.mustAdminister();
        caller.beginChange(reason);
        var present = parameters
                .findByIdOptional(
                        new Parameter.Key(caller.municipalityId(), kind, from.atDay(1)), LockModeType.PESSIMISTIC_WRITE)
                .orElse(null);
        var before = parameters.dated(caller.municipalityId(), kind);
        var after = new TreeMap<>(before.byMonth());
        after.put(from, amount.stripTrailingZeros());
        var watch = closedMonths.of(caller.municipalityId()).watch(before::at);
        if (present == null) {
            watch.mustExplain(Dated.of(after)::at, reason);
            var parameter = new Parameter(caller.municipalityId(), kind, from, amount);
            parameters.persistAndFlush(parameter);
            return outcome(true, parameter);
        }
        if (present.amount.compareTo(amount) != 0) {
            ifMatch.check(present.version, () -> DatedAmount.of(present));
            watch.mustExplain(Dated.of(after)::at, reason);
            present.amount = amount;
            parameters.flush();
        }
        return outcome(false, present);
    }

    private static Outcome outcome(boolean created, Parameter parameter) {
        return new Outcome(created, DatedAmount.of(parameter));
    }
}
