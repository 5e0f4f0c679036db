package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import no.nullpunkt.access.Caller;
import no.nullpunkt.municipality.MunicipalityResource.DatedAmount;
import no.nullpunkt.shared.IfMatch;

/** Sets dated parameters. */
@ApplicationScoped
class ParameterService {

    /** What stands after a PUT, and whether it was new. */
    record Outcome(boolean created, DatedAmount amount) {}

    private final Parameters parameters;

    ParameterService(Parameters parameters) {
        this.parameters = parameters;
    }

    @Transactional
    Outcome set(Caller caller, Parameter.Kind kind, YearMonth from, BigDecimal amount, IfMatch ifMatch) {
        caller.mustAdminister();
        caller.beginChange();
        var present = parameters
                .findByIdOptional(
                        new Parameter.Key(caller.municipalityId(), kind, from.atDay(1)), LockModeType.PESSIMISTIC_WRITE)
                .orElse(null);
        if (present == null) {
            var parameter = new Parameter(caller.municipalityId(), kind, from, amount);
            parameters.persistAndFlush(parameter);
            return outcome(true, parameter);
        }
        if (present.amount.compareTo(amount) != 0) {
            ifMatch.check(present.version, () -> DatedAmount.of(present));
            present.amount = amount;
            parameters.flush();
        }
        return outcome(false, present);
    }

    private static Outcome outcome(boolean created, Parameter parameter) {
        return new Outcome(created, DatedAmount.of(parameter));
    }
}
