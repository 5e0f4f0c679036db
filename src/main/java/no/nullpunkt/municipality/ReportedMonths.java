package no.nullpunkt.municipality;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.shared.Problem;

/**
 * The months of a municipality that have been reported, as a change finds them. Closed ones take no new values; in any
 * of them what counts is changed with a reason only.
 */
public final class ReportedMonths {

    private static final DateTimeFormatter CLOCK_IN_NORWAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Oslo"));

    /** The report as a problem names it. */
    private record Report(UUID id, String number, String period) {}

    private final SortedMap<YearMonth, ClosedMonth> months;

    ReportedMonths(SortedMap<YearMonth, ClosedMonth> months) {
        this.months = months;
    }

    public boolean isClosed(YearMonth month) {
        return months.containsKey(month) && months.get(month).isClosed();
    }

    /** The last one that has been reported. */
    public Optional<YearMonth> last() {
        return months.isEmpty() ? Optional.empty() : Optional.of(months.lastKey());
    }

    /**
     * Passes when the month is open.
     *
     * @throws Problem 409 that tells who closed it, when and with which report, and how it is opened
     */
    public void mustBeOpen(YearMonth month, String pointer) {
        if (isClosed(month)) {
            var closed = months.get(month);
            var told = new Object[] {
                month,
                closed.closedBy(),
                CLOCK_IN_NORWAY.format(closed.closedAt()),
                closed.reportNumber(),
                closed.reportPeriod()
            };
            throw Problem.conflict("month-closed", told)
                    .at(pointer, "month-closed", told)
                    .with("month", month)
                    .with("closedAt", closed.closedAt())
                    .with("closedById", closed.closedById())
                    .with("report", new Report(closed.reportId(), closed.reportNumber(), closed.reportPeriod()));
        }
    }

    /** Passes when all the months are open. */
    public void mustBeOpen(Stream<YearMonth> some, String pointer) {
        some.forEach(month -> mustBeOpen(month, pointer));
    }

    /**
     * Passes when there is a reason to correct what belongs to the month, or none is needed.
     *
     * @throws Problem 422 when the month has been reported and nobody says why
     */
    public void mustExplain(YearMonth month, String reason) {
        if (months.containsKey(month)) {
            mustHave(reason);
        }
    }

    /** Notes how each reported month counts before something is changed, to compare afterwards. */
    public Watch watch(Function<YearMonth, ?> counting) {
        var before = new HashMap<YearMonth, Object>();
        months.keySet().forEach(month -> before.put(month, counting.apply(month)));
        return new Watch(before);
    }

    private static void mustHave(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.rule("reason-required").at("/reason", "reported-reason-required");
        }
    }

    /** How reported months counted before a change. */
    public static final class Watch {

        private final Map<YearMonth, Object> before;

        private Watch(Map<YearMonth, Object> before) {
            this.before = before;
        }

        /**
         * Passes when every reported month counts as before, or there is a reason.
         *
         * @throws Problem 422 when one counts otherwise and nobody says why
         */
        public void mustExplain(Function<YearMonth, ?> counting, String reason) {
            if (before.entrySet().stream().anyMatch(each -> !each.getValue().equals(counting.apply(each.getKey())))) {
                mustHave(reason);
            }
        }
    }
}
