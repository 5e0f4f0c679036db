package no.nullpunkt.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import no.nullpunkt.measurement.ValueResource.Request;
import org.hibernate.Session;

/** Queries of values. */
@ApplicationScoped
class Measurements implements PanacheRepositoryBase<Measurement, Measurement.Key> {

    private static final String ENTERED = """
            unnest(cast(:series as bigint[]), cast(:months as date[]), cast(:statuses as text[]),
                cast(:values as numeric[]), cast(:weights as numeric[]), cast(:numerators as numeric[]),
                cast(:denominators as numeric[]), cast(:qualities as text[]), cast(:comments as text[]),
                cast(:reasons as text[])) as entered (series_id, month, status, value, weight, numerator, denominator,
                quality, comment, reason)
            """;

    /** How many rows the driver holds, where there may be very many. */
    private static final int ROWS_AT_A_TIME = 1000;

    /** A month of a series. */
    record Point(long seriesId, YearMonth month) implements Comparable<Point> {

        private static final Comparator<Point> ORDER =
                Comparator.comparingLong(Point::seriesId).thenComparing(Point::month);

        @Override
        public int compareTo(Point other) {
            return ORDER.compare(this, other);
        }
    }

    Optional<Measurement> find(int municipalityId, long seriesId, YearMonth month) {
        return findByIdOptional(new Measurement.Key(municipalityId, seriesId, month.atDay(1)));
    }

    Optional<Measurement> findForChange(int municipalityId, long seriesId, YearMonth month) {
        return findByIdOptional(
                new Measurement.Key(municipalityId, seriesId, month.atDay(1)), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * What stands at many points, withdrawn values too. They are read only: nothing done to them is written.
     *
     * @param forChange to let nobody else change them until the transaction ends
     */
    Map<Point, Measurement> list(int municipalityId, Collection<Point> points, boolean forChange) {
        var present = new HashMap<Point, Measurement>();
        session()
                .createNativeQuery(
                        """
                        select series_id, month, status, value, weight, numerator, denominator, quality, comment, reason,
                            machine, version
                        from measurement
                        join unnest(cast(:series as bigint[]), cast(:months as date[])) as wanted (series_id, month)
                            using (series_id, month)
                        where municipality_id = :municipality
                        """ + (forChange ? "order by series_id, month for update of measurement" : ""), Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", points.stream().map(Point::seriesId).toArray(Long[]::new))
                .setParameter(
                        "months",
                        points.stream().map(point -> point.month().atDay(1)).toArray(LocalDate[]::new))
                .setFetchSize(ROWS_AT_A_TIME)
                .getResultStream()
                .forEach(row -> {
                    var measurement = measurement(municipalityId, row);
                    present.put(new Point(measurement.seriesId, YearMonth.from(measurement.month)), measurement);
                });
        return present;
    }

    private static Measurement measurement(int municipalityId, Tuple row) {
        var found = new Measurement(
                municipalityId, row.get("series_id", Long.class), YearMonth.from(row.get("month", LocalDate.class)));
        found.status = Measurement.Status.valueOf(row.get("status", String.class));
        found.value = row.get("value", BigDecimal.class);
        found.weight = row.get("weight", BigDecimal.class);
        found.numerator = row.get("numerator", BigDecimal.class);
        found.denominator = row.get("denominator", BigDecimal.class);
        found.quality = Optional.ofNullable(row.get("quality", String.class))
                .map(ValueQuality::valueOf)
                .orElse(null);
        found.comment = row.get("comment", String.class);
        found.reason = row.get("reason", String.class);
        found.machine = row.get("machine", Boolean.class);
        found.version = row.get("version", Integer.class);
        return found;
    }

    /** Writes many new values, in the order of their points so that two who do it at once never wait for each other. */
    void insert(int municipalityId, boolean machine, SortedMap<Point, Request> values) {
        write("""
                insert into measurement (municipality_id, series_id, month, status, value, weight, numerator, denominator,
                    quality, comment, reason, machine, version)
                select :municipality, entered.*, :machine, 0
                from %s
                """.formatted(ENTERED), municipalityId, machine, values);
    }

    /** Writes many values over those that stand. */
    void update(int municipalityId, boolean machine, SortedMap<Point, Request> values) {
        write("""
                update measurement set status = entered.status, value = entered.value, weight = entered.weight,
                    numerator = entered.numerator, denominator = entered.denominator, quality = entered.quality,
                    comment = entered.comment, reason = entered.reason, machine = :machine,
                    version = measurement.version + 1
                from %s
                where municipality_id = :municipality and measurement.series_id = entered.series_id
                    and measurement.month = entered.month
                """.formatted(ENTERED), municipalityId, machine, values);
    }

    private void write(String sql, int municipalityId, boolean machine, SortedMap<Point, Request> values) {
        if (values.isEmpty()) {
            return;
        }
        var points = values.keySet();
        var requests = values.values();
        session()
                .createNativeMutationQuery(sql)
                .setParameter("municipality", municipalityId)
                .setParameter("machine", machine)
                .setParameter("series", points.stream().map(Point::seriesId).toArray(Long[]::new))
                .setParameter(
                        "months",
                        points.stream().map(point -> point.month().atDay(1)).toArray(LocalDate[]::new))
                .setParameter(
                        "statuses", texts(requests, request -> request.status().name()))
                .setParameter("values", numbers(requests, Request::value))
                .setParameter("weights", numbers(requests, Request::weight))
                .setParameter("numerators", numbers(requests, Request::numerator))
                .setParameter("denominators", numbers(requests, Request::denominator))
                .setParameter(
                        "qualities",
                        texts(
                                requests,
                                request -> request.quality() == null
                                        ? null
                                        : request.quality().name()))
                .setParameter("comments", texts(requests, Request::comment))
                .setParameter("reasons", texts(requests, Request::reason))
                .executeUpdate();
    }

    private static String[] texts(Collection<Request> requests, Function<Request, String> part) {
        return requests.stream().map(part).toArray(String[]::new);
    }

    private static BigDecimal[] numbers(Collection<Request> requests, Function<Request, BigDecimal> part) {
        return requests.stream().map(part).toArray(BigDecimal[]::new);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    /** Every version of a value with who and when, the latest first. */
    List<Tuple> history(int municipalityId, long seriesId, YearMonth month) {
        return session()
                .createNativeQuery("""
                        select v.version, v.status, v.value, v.weight, v.numerator, v.denominator, v.quality, v.comment,
                            v.reason, v.machine, v.changed_at, v.changed_by, person.name
                        from measurement_versions v
                        left join person on person.municipality_id = v.municipality_id and person.id = v.changed_by
                        where v.municipality_id = :municipality and v.series_id = :series and v.month = :month
                        order by v.version desc
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", seriesId)
                .setParameter("month", month.atDay(1))
                .getResultList();
    }
}
