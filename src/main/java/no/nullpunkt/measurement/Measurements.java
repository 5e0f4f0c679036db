package no.nullpunkt.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.nullpunkt.measurement.ValueResource.Request;
import org.hibernate.Session;

/** Queries of values. */
@ApplicationScoped
class Measurements implements PanacheRepositoryBase<Measurement, Measurement.Key> {

    private static final String ENTERED = """
            unnest(cast(? as bigint[]), cast(? as date[]), cast(? as text[]), cast(? as numeric[]), cast(? as numeric[]),
                cast(? as numeric[]), cast(? as numeric[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as entered (series_id, month, status, value, weight, numerator, denominator, quality, comment, reason)
            """;

    /** A month of a series. */
    record Point(long seriesId, YearMonth month) implements Comparable<Point> {

        private static final Comparator<Point> ORDER =
                Comparator.comparingLong(Point::seriesId).thenComparing(Point::month);

        private LocalDate firstDay() {
            return month.atDay(1);
        }

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
    Map<Point, Measurement> list(int municipalityId, List<Point> points, boolean forChange) {
        return session().doReturningWork(connection -> {
            try (var query = connection.prepareStatement(
                    """
                    select series_id, month, status, value, weight, numerator, denominator, quality, comment, reason,
                        machine, version
                    from unnest(cast(? as bigint[]), cast(? as date[])) as wanted (series_id, month)
                    join measurement using (series_id, month)
                    where municipality_id = ?
                    """ + (forChange ? "order by series_id, month for update of measurement" : ""))) {
                query.setArray(1, array(connection, "bigint", points, Point::seriesId));
                query.setArray(2, array(connection, "date", points, Point::firstDay));
                query.setInt(3, municipalityId);
                var present = new HashMap<Point, Measurement>();
                for (var row = query.executeQuery(); row.next(); ) {
                    var found = measurement(municipalityId, row);
                    present.put(new Point(found.seriesId, YearMonth.from(found.month)), found);
                }
                return present;
            }
        });
    }

    private static Measurement measurement(int municipalityId, ResultSet row) throws SQLException {
        var found = new Measurement(
                municipalityId, row.getLong("series_id"), YearMonth.from(row.getObject("month", LocalDate.class)));
        found.status = Measurement.Status.valueOf(row.getString("status"));
        found.value = row.getBigDecimal("value");
        found.weight = row.getBigDecimal("weight");
        found.numerator = row.getBigDecimal("numerator");
        found.denominator = row.getBigDecimal("denominator");
        found.quality = Optional.ofNullable(row.getString("quality"))
                .map(ValueQuality::valueOf)
                .orElse(null);
        found.comment = row.getString("comment");
        found.reason = row.getString("reason");
        found.machine = row.getBoolean("machine");
        found.version = row.getInt("version");
        return found;
    }

    /** Writes many new values. */
    void insert(int municipalityId, boolean machine, List<Point> points, List<Request> values) {
        write("""
                insert into measurement (machine, municipality_id, series_id, month, status, value, weight, numerator,
                    denominator, quality, comment, reason, version)
                select ?, ?, entered.*, 0
                from %s
                """.formatted(ENTERED), municipalityId, machine, points, values);
    }

    /** Writes many values over those that stand. */
    void update(int municipalityId, boolean machine, List<Point> points, List<Request> values) {
        write("""
                update measurement set status = entered.status, value = entered.value, weight = entered.weight,
                    numerator = entered.numerator, denominator = entered.denominator, quality = entered.quality,
                    comment = entered.comment, reason = entered.reason, machine = sent.machine,
                    version = measurement.version + 1
                from (values (?, ?)) as sent (machine, municipality_id), %s
                where measurement.municipality_id = sent.municipality_id and measurement.series_id = entered.series_id
                    and measurement.month = entered.month
                """.formatted(ENTERED), municipalityId, machine, points, values);
    }

    private void write(String sql, int municipalityId, boolean machine, List<Point> points, List<Request> values) {
        if (values.isEmpty()) {
            return;
        }
        session().doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setBoolean(1, machine);
                statement.setInt(2, municipalityId);
                statement.setArray(3, array(connection, "bigint", points, Point::seriesId));
                statement.setArray(4, array(connection, "date", points, Point::firstDay));
                statement.setArray(5, array(connection, "text", values, Request::status));
                statement.setArray(6, array(connection, "numeric", values, Request::value));
                statement.setArray(7, array(connection, "numeric", values, Request::weight));
                statement.setArray(8, array(connection, "numeric", values, Request::numerator));
                statement.setArray(9, array(connection, "numeric", values, Request::denominator));
                statement.setArray(10, array(connection, "text", values, Request::quality));
                statement.setArray(11, array(connection, "text", values, Request::comment));
                statement.setArray(12, array(connection, "text", values, Request::reason));
                statement.executeUpdate();
            }
        });
    }

    private static <T> Array array(Connection connection, String type, List<T> of, Function<T, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, of.stream().map(part).toArray());
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
