package no.nullpunkt.results;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.YearMonth;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The period and instant of an address, which API, page and workbook have in common. */
public class PeriodQuery extends AsOfQuery {

    /** Ten years: no plan is longer, and an answer stays within what one request may cost. */
    static final int MAX_MONTHS = 120;

    @Parameter(description = "The first month; January of the last month's year when left out")
    @QueryParam("from")
    YearMonth from;

    @Parameter(description = "The last month; the last one that has ended when left out")
    @QueryParam("to")
    YearMonth to;

    @Parameter(
            description = "Whether months count that were measured before a unit came from another municipality: "
                    + "reported leaves them where they were reported, restated counts them here too",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"reported", "restated"},
                            defaultValue = "reported"))
    @QueryParam("basis")
    String basis;

    public Basis basis() {
        return Basis.parse(basis);
    }

    /** The period asked for, or this year's months that had ended at the instant asked about. */
    public Period period(Clock clock) {
        var instant = asOf() == null || asOf().isAfter(clock.instant()) ? clock.instant() : asOf();
        return period(from, to, YearMonth.from(instant.atZone(clock.getZone())).minusMonths(1));
    }

    /**
     * The months from one to another, both null where nothing is asked for.
     *
     * @param ended the last month that has ended
     * @throws Problem 400 when they are backwards, or too many
     */
    public static Period period(YearMonth from, YearMonth to, YearMonth ended) {
        var last = to != null ? to : ended;
        var first = from != null ? from : YearMonth.of(last.getYear(), 1);
        if (first.isAfter(last)) {
            throw Problem.notUnderstood("period-backwards").at("?from", "period-backwards");
        }
        var period = new Period(first, last);
        if (period.months() > MAX_MONTHS) {
            throw Problem.notUnderstood("period-too-long", MAX_MONTHS).at("?from", "period-too-long", MAX_MONTHS);
        }
        return period;
    }
}
