package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Problem;

/** Reopens months that a report has closed. */
@ApplicationScoped
class ClosedMonthService {

    private final ClosedMonths closedMonths;

    ClosedMonthService(ClosedMonths closedMonths) {
        this.closedMonths = closedMonths;
    }

    /**
     * Opens a month until the next report of it is issued. One that is open already stays as it is.
     *
     * @throws Problem 404 when no report covers the month
     */
    @Transactional
    ClosedMonth reopen(Caller caller, YearMonth month, String reason) {
        caller.mustIssueReports();
        var at = caller.beginChange(reason);
        closedMonths.reopen(caller.municipalityId(), month, at, caller.personId(), reason);
        return closedMonths.find(caller.municipalityId(), month).orElseThrow(Problem::notFound);
    }
}
