package no.nullpunkt.overview;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.YearMonth;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.PeriodQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The period of an address. There is no asOf: what is withdrawn is not told of any time. */
public class OverviewQuery {

    @Parameter(description = "The first month; January of the last month's year when left out")
    @QueryParam("from")
    YearMonth from;

    @Parameter(description = "The last month; the last one that has ended when left out")
    @QueryParam("to")
    YearMonth to;

    Period period(Clock clock) {
        return PeriodQuery.period(from, to, YearMonth.now(clock).minusMonths(1));
    }
}
