package no.nullpunkt.overview;

import java.time.YearMonth;
import java.util.Map;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.network.Networks;

/**
 * Which report tells a month of a municipality in a network: of those that are shared and reach over the month, the one
 * issued last. So a month counts once, whichever of a month's, a tertial's and a year's reports are shared.
 *
 * <p>Reports are shared as reported, never restated, so that what came from another municipality counts where it was
 * measured and nowhere else. Where units have moved by a transfer that was settled after the report was issued, months
 * from the move on are told by no report until one is issued and shared that knows of it: both might tell them.
 */
final class Counted {

    /** Longer than any report. */
    static final Period ALWAYS = new Period(YearMonth.of(1900, 1), YearMonth.of(2999, 12));

    static final String OF_ALL = "true";
    static final String OF_ONE = "member_id = :municipality";
    static final String OF_SOME = "member_id = any (:members)";

    private static final String SUMS = """
            hours, nok, planned_hours, planned_nok, own_budget_nok, taken_out_hours, taken_out_nok, expected, measured,
            not_measured, missing""";

    private Counted() {}

    /** Begins a statement: municipality, report, month and the time the report was issued, for some of the members. */
    static String of(String members) {
        return """
                with counted as (
                    select distinct on (share.municipality_id, months.month) share.municipality_id, share.report_id,
                        cast(months.month as date) as month, share.as_of, first_month,
                        (extract(year from last_month) - extract(year from first_month)) * 12
                            + extract(month from last_month) - extract(month from first_month) + 1 as reported
                    from network_member
                    join report_share share on share.municipality_id = member_id
                        and share.network_id = network_member.network_id
                    cross join lateral generate_series(
                        cast(greatest(first_month, cast(:from as date)) as timestamp),
                        cast(least(last_month, cast(:to as date)) as timestamp), interval '1 month') as months (month)
                    where network_member.municipality_id = :host and network_member.network_id = :network
                        and network_member.state = 'JOINED' and share.state = 'SHARED' and shared_at > joined_at
                        and not exists (
                            select from transfer
                            where transfer.municipality_id = share.municipality_id and transfer.state = 'ACCEPTED'
                                and settled_at > share.as_of and valid_from <= months.month
                        )
                        and %s
                    order by share.municipality_id, months.month, share.as_of desc
                )
                """.formatted(members);
    }

    /**
     * Goes on with the figures of what is counted, as {@code figure}. The offset keeps the planner from joining otherwise
     * than by the key, row by row: it knows too little of what is counted, and would read the figures of all networks.
     */
    static String monthly(SharedFigures.Grain grain) {
        return """
                cross join lateral (
                    select * from shared_figure
                    where shared_figure.municipality_id = counted.municipality_id
                        and shared_figure.report_id = counted.report_id and shared_figure.month = counted.month
                        and grain = '%s'
                    offset 0
                ) as figure
                """.formatted(grain);
    }

    /**
     * From the same, with the totals of those reports of which every month is counted. {@code figure.months} tells how many
     * are in a row.
     */
    static String fromTotals(SharedFigures.Grain grain) {
        return """
                from (
                    select *, count(*) over (partition by municipality_id, report_id) = reported as whole from counted
                ) as counted
                cross join lateral (
                    select municipality_id, code, months, %2$s from shared_total
                    where shared_total.municipality_id = counted.municipality_id
                        and shared_total.report_id = counted.report_id and grain = '%1$s' and whole
                    union all
                    select municipality_id, code, 1, %2$s from shared_figure
                    where shared_figure.municipality_id = counted.municipality_id
                        and shared_figure.report_id = counted.report_id and shared_figure.month = counted.month
                        and grain = '%1$s' and not whole
                    offset 0
                ) as figure
                where not whole or counted.month = first_month
                """.formatted(grain, SUMS);
    }

    static Map<String, Object> arguments(Networks.Seen network, Period period) {
        return Map.of(
                "host",
                network.hostId(),
                "network",
                network.id(),
                "from",
                period.from().atDay(1),
                "to",
                period.to().atDay(1));
    }
}
