package no.nullpunkt.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Terms;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Language;

/**
 * A figure and what it was made of, a page of it at a time; the sums are of all pages.
 *
 * @param name of the figure, in words
 * @param group what it is of, in words; null for everything
 * @param narrowed what else it is narrowed to, in words
 * @param first how many terms come before those shown
 * @param previous the address of the page before, or null, as is the next one's
 * @param back the portfolio, narrowed to the same
 */
record TermsShown(
        Figure figure,
        String name,
        String group,
        List<String> narrowed,
        Period period,
        BigDecimal sum,
        int points,
        BigDecimal sumOfPoints,
        int bookings,
        BigDecimal sumOfBookings,
        List<PointRow> pointRows,
        List<BookingRow> bookingRows,
        boolean suppressed,
        int first,
        Address previous,
        Address next,
        Address back,
        Instant asOf) {

    static final int MOST = 50;

    /**
     * A cycle of one indicator in one unit.
     *
     * @param from the first month of the cycle
     * @param value as entered, in the unit shown, as is the null-point; null where there is none or it is hidden
     * @param gain measured or planned, as the figure asks for
     * @param perUnitFrom the month from which the amount per unit holds, or null
     * @param hourlyCost null but for hours as kroner
     */
    record PointRow(
            UUID benefitId,
            String benefit,
            String indicator,
            String measuredIn,
            String unit,
            YearMonth from,
            YearMonth month,
            PointState state,
            BigDecimal value,
            BigDecimal baseline,
            Integer baselineVersion,
            boolean baselineApproved,
            boolean baselineLate,
            BigDecimal target,
            BigDecimal exposure,
            BigDecimal gain,
            BigDecimal perUnit,
            YearMonth perUnitFrom,
            BigDecimal attribution,
            BigDecimal share,
            BigDecimal hourlyCost,
            BigDecimal amount,
            boolean suppressed) {

        public String stateInWords() {
            return Formats.label("state-" + state);
        }

        static PointRow of(Snapshot snapshot, Figure figure, Terms.OfPoint term) {
            var point = term.point();
            var key = SeriesKey.of(point);
            var indicator = snapshot.indicators().get(point.indicatorId());
            var baseline = snapshot.series().get(key).baseline();
            var hidden = point.suppressed() || snapshot.suppression().hidesNullPoint(key);
            var planned = figure == Figure.PLANNED_HOURS || figure == Figure.PLANNED_NOK;
            return new PointRow(
                    point.benefitId(),
                    snapshot.benefits().get(point.benefitId()).title(),
                    indicator.name(),
                    indicator.unit(),
                    snapshot.units().get(point.unitId()).name(),
                    point.indicator().cycleStart(point.month()),
                    point.month(),
                    point.state(),
                    point.measure() == null ? null : point.indicator().shown(point.measure()),
                    hidden ? null : point.indicator().shownBaseline(point.series()),
                    baseline == null ? null : baseline.version(),
                    baseline != null && baseline.approved(),
                    baseline != null && baseline.late(),
                    point.target(),
                    point.exposure() == null ? null : point.exposure().amount(),
                    planned ? point.plannedGain() : point.gain(),
                    point.perUnit(),
                    heldFrom(point),
                    point.benefit().attributionShare(),
                    term.share(),
                    figure == Figure.OWN_BUDGET_NOK ? point.hourlyCost() : null,
                    term.amount(),
                    point.suppressed());
        }

        private static YearMonth heldFrom(Point point) {
            Dated perUnit = point.indicator().valuation().perUnit();
            Map.Entry<YearMonth, BigDecimal> held = perUnit.byMonth().floorEntry(point.month());
            return held == null ? null : held.getKey();
        }
    }

    /** A month of a disposition. */
    record BookingRow(
            UUID benefitId,
            String benefit,
            String unit,
            YearMonth month,
            String category,
            BigDecimal booked,
            BigDecimal share,
            BigDecimal amount) {

        static BookingRow of(Snapshot snapshot, Terms.OfBooking term, Language language) {
            var booking = term.booking();
            return new BookingRow(
                    booking.benefitId(),
                    snapshot.benefits().get(booking.benefitId()).title(),
                    snapshot.units().get(booking.unitId()).name(),
                    booking.month(),
                    language.text("labels", "category-" + booking.category()),
                    booking.hours().signum() == 0 ? booking.nok() : booking.hours(),
                    term.share(),
                    term.amount());
        }
    }

    /** Points come before bookings. */
    static TermsShown of(
            Snapshot snapshot,
            Terms terms,
            TermsQuery query,
            String group,
            List<String> narrowed,
            Address narrowedAddress,
            Language language) {
        var pages = (terms.points().size() + terms.bookings().size() + MOST - 1) / MOST;
        var page = Math.min(query.page(), Math.max(1, pages));
        var first = (page - 1) * MOST;
        var points = terms.points().stream()
                .skip(first)
                .limit(MOST)
                .map(term -> PointRow.of(snapshot, query.figure(), term))
                .toList();
        var bookings = terms.bookings().stream()
                .skip(Math.max(0, first - terms.points().size()))
                .limit(MOST - points.size())
                .map(term -> BookingRow.of(snapshot, term, language))
                .toList();
        return new TermsShown(
                query.figure(),
                language.text("workbook", "figure." + query.figure().parameter()),
                group,
                narrowed,
                snapshot.period(),
                terms.sum(),
                terms.points().size(),
                terms.sumOfPoints(),
                terms.bookings().size(),
                terms.sumOfBookings(),
                points,
                bookings,
                points.stream().anyMatch(PointRow::suppressed),
                first,
                page == 1 ? null : query.ofPage(page - 1, narrowedAddress),
                page >= pages ? null : query.ofPage(page + 1, narrowedAddress),
                narrowedAddress.at(PortfolioPages.PATH),
                snapshot.asOf());
    }

    /** How many terms there are, on all pages. */
    public int all() {
        return points + bookings;
    }

    /** How many have been shown with those of this page. */
    public int last() {
        return first + pointRows.size() + bookingRows.size();
    }

    /** Whether the gain, and not the number of points, is what counts. */
    public boolean isWorth() {
        return !figure.isCount();
    }

    public boolean isPlanned() {
        return figure == Figure.PLANNED_HOURS || figure == Figure.PLANNED_NOK;
    }

    public boolean isHoursInNok() {
        return figure == Figure.OWN_BUDGET_NOK;
    }
}
