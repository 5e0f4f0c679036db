package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import org.hibernate.Session;

/** Queries of the months that have been reported. */
@ApplicationScoped
public class ClosedMonths {

    private static final String SELECT = """
            select month, report_id, report_number, report_period, closed_at, closed_by, closer.name as closed_by_name,
                reopened_at, reopened_by, reopener.name as reopened_by_name, reopened_reason
            from closed_month closed
            left join person closer on closer.municipality_id = closed.municipality_id and closer.id = closed_by
            left join person reopener on reopener.municipality_id = closed.municipality_id and reopener.id = reopened_by
            where closed.municipality_id = :municipality
            """;

    private final Session session;

    ClosedMonths(Session session) {
        this.session = session;
    }

    /**
     * All that have been reported, in one query whatever is to be asked of them. Asked after the change is opened, so
     * that a report issued meanwhile is seen.
     */
    public ReportedMonths of(int municipalityId) {
        var months = new TreeMap<YearMonth, ClosedMonth>();
        session.createNativeQuery(SELECT, Tuple.class)
                .setParameter("municipality", municipalityId)
                .getResultStream()
                .map(ClosedMonths::closedMonth)
                .forEach(closed -> months.put(closed.month(), closed));
        return new ReportedMonths(months);
    }

    Optional<ClosedMonth> find(int municipalityId, YearMonth month) {
        return session.createNativeQuery(SELECT + " and month = :month", Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("month", month.atDay(1))
                .getResultStream()
                .map(ClosedMonths::closedMonth)
                .findFirst();
    }

    /** In the order of the calendar. */
    Page<ClosedMonth> page(int municipalityId, String cursor, int limit) {
        var rows = session.createNativeQuery(
                        SELECT + " and to_char(month, 'YYYY-MM') > :after order by month", Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("after", Cursor.decode(cursor))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(ClosedMonths::closedMonth)
                .toList();
        return Page.of(rows, limit, closed -> closed.month().toString());
    }

    /**
     * Closes months, also those that were reopened, within the change that issues a report of them.
     *
     * @param reportNumber number and year, such as 1/2026
     * @param reportPeriod such as 2026-T1
     */
    public void close(
            int municipalityId,
            List<YearMonth> months,
            UUID reportId,
            String reportNumber,
            String reportPeriod,
            Instant at,
            UUID by) {
        session.createNativeQuery("""
                        insert into closed_month (municipality_id, month, report_id, report_number, report_period,
                            closed_at, closed_by, version)
                        select :municipality, month, :report, :number, :period, :at, :by, 0
                        from unnest(cast(:months as date[])) as months (month)
                        on conflict (municipality_id, month) do update set report_id = excluded.report_id,
                            report_number = excluded.report_number, report_period = excluded.report_period,
                            closed_at = excluded.closed_at, closed_by = excluded.closed_by,
                            reopened_at = null, reopened_by = null, reopened_reason = null,
                            version = closed_month.version + 1
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("report", reportId)
                .setParameter("number", reportNumber)
                .setParameter("period", reportPeriod)
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter(
                        "months", months.stream().map(month -> month.atDay(1)).toArray(LocalDate[]::new))
                .executeUpdate();
    }

    /** Opens a closed month, and leaves any other as it is. */
    void reopen(int municipalityId, YearMonth month, Instant at, UUID by, String reason) {
        session.createNativeQuery("""
                        update closed_month set reopened_at = :at, reopened_by = :by, reopened_reason = :reason,
                            version = version + 1
                        where municipality_id = :municipality and month = :month and reopened_at is null
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("month", month.atDay(1))
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    private static ClosedMonth closedMonth(Tuple row) {
        return new ClosedMonth(
                YearMonth.from(row.get("month", LocalDate.class)),
                row.get("report_id", UUID.class),
                row.get("report_number", String.class),
                row.get("report_period", String.class),
                row.get("closed_at", Instant.class),
                row.get("closed_by", UUID.class),
                row.get("closed_by_name", String.class),
                row.get("reopened_at", Instant.class),
                row.get("reopened_by", UUID.class),
                row.get("reopened_by_name", String.class),
                row.get("reopened_reason", String.class));
    }
}
