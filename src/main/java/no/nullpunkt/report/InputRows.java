package no.nullpunkt.report;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.nullpunkt.report.Differences.Input;
import no.nullpunkt.report.Differences.Kind;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Sql;

/**
 * The rows of what was changed between two instants, of all that the figures of a period are made of. A version that
 * began meanwhile is held against the one it replaced; one that ended with none in its place was taken away.
 */
final class InputRows {

    /** Something compared: its name, and its text where {@code v} is a version. */
    private record Field(String name, String text) {

        static Field number(String name, String column) {
            return new Field(name, "cast(trim_scale(v." + column + ") as text)");
        }

        static Field month(String name, String column) {
            return new Field(name, "to_char(v." + column + ", 'YYYY-MM')");
        }

        static Field text(String name, String column) {
            return new Field(name, "cast(v." + column + " as text)");
        }

        String row(int place) {
            return "(" + place + ", '" + name + "', " + of("earlier") + ", " + of("later") + ")";
        }

        private String of(String version) {
            return text.replace("v.", version + ".");
        }
    }

    /**
     * A kind of rows under history.
     *
     * @param table whose versions are compared
     * @param key that makes two versions ones of the same thing
     * @param subject the ids of benefit, indicator and unit, and the month, where {@code v} is either version
     * @param joined what else is read, and which versions matter to the period
     * @param fields the first tells that the thing was added or taken away; the rest are told of what was there before
     *     and after
     */
    private record Changed(
            Kind kind, String table, List<String> key, String subject, String joined, List<Field> fields) {

        Sql sql() {
            return Sql.of("""
                    with later as (
                        select * from %1$s_versions
                        where municipality_id = :municipality and changed_at > :since and changed_at <= :asOf
                    ), earlier as (
                        select * from %1$s_versions
                        where municipality_id = :municipality and superseded_at > :since and superseded_at <= :asOf
                    )
                    select %3$s, field, before, after, coalesce(later.changed_at, earlier.superseded_at) as at,
                        person.name as by_name,
                        case when later.changed_at is null then earlier.superseded_reason else later.change_reason end
                            as reason
                    from later full join earlier on later.changed_at = earlier.superseded_at and %2$s
                    %4$s
                    cross join lateral (values %5$s) as fields (place, field, before, after)
                    left join person_versions person
                        on person.municipality_id = :municipality
                        and person.id = case when later.changed_at is null
                            then earlier.superseded_by else later.changed_by end
                        and person.changed_at <= :asOf and person.superseded_at > :asOf
                    where before is distinct from after
                        and (place = 1 or later.changed_at is not null and earlier.changed_at is not null)
                    """.formatted(table, sameKey(), either(subject), either(joined), rows()));
        }

        private String sameKey() {
            return key.stream()
                    .map(column -> "later." + column + " = earlier." + column)
                    .collect(Collectors.joining(" and "));
        }

        private static String either(String text) {
            return text.replaceAll("\\bv\\.(\\w+)", "coalesce(later.$1, earlier.$1)");
        }

        private String rows() {
            return IntStream.range(0, fields.size())
                    .mapToObj(i -> fields.get(i).row(i + 1))
                    .collect(Collectors.joining(", "));
        }
    }

    private static final String NO_ID = "cast(null as uuid)";
    private static final String NO_MONTH = "cast(null as date)";

    /** Whatever a series is known by, which never changes. */
    private static final String SERIES = """
            join (
                select distinct id, indicator_id, unit_id from series_versions where municipality_id = :municipality
            ) as series on series.id = v.series_id
            """;

    private static final String OF_SERIES = NO_ID + " as benefit_id, series.indicator_id, series.unit_id, %s as month";

    /** A mean or a ratio carries its weight or denominator on from before the period. */
    private static final String CARRIES = """
            exists (
                select 1 from indicator_versions indicator
                where indicator.municipality_id = :municipality and indicator.id = series.indicator_id
                    and aggregation in ('MEAN', 'RATIO')
            )""";

    private static final String MEASURE = """
            coalesce(cast(trim_scale(v.value) as text) || coalesce(' × ' || trim_scale(v.weight), ''),
                trim_scale(v.numerator) || ' / ' || trim_scale(v.denominator))""";

    private static final List<Changed> ALL = List.of(
            new Changed(
                    Kind.VALUE,
                    "measurement",
                    List.of("series_id", "month"),
                    OF_SERIES.formatted("v.month"),
                    SERIES + " and v.month <= :to and (v.month >= :from or " + CARRIES + ")",
                    List.of(new Field(
                            "value",
                            "case v.status when 'MEASURED' then " + MEASURE
                                    + " when 'WITHDRAWN' then null else v.status end"))),
            new Changed(
                    Kind.TARGET,
                    "target",
                    List.of("series_id", "valid_from"),
                    OF_SERIES.formatted("v.valid_from"),
                    SERIES + " and v.valid_from <= :to",
                    List.of(Field.number("target", "value"))),
            new Changed(
                    Kind.AMOUNT,
                    "indicator_amount",
                    List.of("indicator_id", "valid_from"),
                    NO_ID + " as benefit_id, v.indicator_id as indicator_id, " + NO_ID
                            + " as unit_id, v.valid_from as month",
                    "join (select true) as all_of_it on v.valid_from <= :to",
                    List.of(Field.number("amount", "amount"))),
            new Changed(
                    Kind.SHARE,
                    "benefit_technology",
                    List.of("benefit_id", "technology"),
                    "v.benefit_id as benefit_id, " + NO_ID + " as indicator_id, " + NO_ID + " as unit_id, " + NO_MONTH
                            + " as month",
                    "",
                    List.of(new Field("share", "v.technology || ': ' || trim_scale(v.share)"))),
            new Changed(
                    Kind.BENEFIT,
                    "benefit",
                    List.of("id"),
                    "v.id as benefit_id, " + NO_ID + " as indicator_id, " + NO_ID + " as unit_id, " + NO_MONTH
                            + " as month",
                    "",
                    List.of(
                            Field.text("title", "title"),
                            Field.text("type", "type"),
                            Field.text("planHeading", "plan_heading"),
                            Field.number("attributionShare", "attribution_share"),
                            Field.text("step", "step"))),
            new Changed(
                    Kind.BENEFIT,
                    "rollout",
                    List.of("id"),
                    "benefit.id as benefit_id, " + NO_ID + " as indicator_id, " + NO_ID + " as unit_id, " + NO_MONTH
                            + " as month",
                    """
                    join benefit_versions benefit
                        on benefit.municipality_id = :municipality and benefit.rollout_id = v.id
                        and benefit.changed_at <= :asOf and benefit.superseded_at > :asOf
                    """,
                    List.of(new Field("goLive", "to_char(coalesce(v.go_live, v.planned_go_live), 'YYYY-MM')"))),
            new Changed(
                    Kind.INDICATOR,
                    "indicator",
                    List.of("id"),
                    "v.benefit_id as benefit_id, v.id as indicator_id, " + NO_ID + " as unit_id, " + NO_MONTH
                            + " as month",
                    "",
                    List.of(
                            Field.text("name", "name"),
                            Field.text("unit", "unit"),
                            Field.text("role", "role"),
                            Field.text("direction", "direction"),
                            Field.text("aggregation", "aggregation"),
                            Field.number("factor", "factor"),
                            Field.text("frequencyMonths", "frequency_months"),
                            Field.month("measureFrom", "measure_from"),
                            Field.month("measureTo", "measure_to"),
                            Field.number("tolerance", "tolerance"),
                            Field.text("valuation", "valuation"))),
            new Changed(
                    Kind.INDICATOR,
                    "series",
                    List.of("id"),
                    NO_ID + " as benefit_id, v.indicator_id as indicator_id, v.unit_id as unit_id, " + NO_MONTH
                            + " as month",
                    """
                    left join unit_versions unit
                        on unit.municipality_id = :municipality and unit.id = v.unit_id
                        and unit.changed_at <= :asOf and unit.superseded_at > :asOf
                    """,
                    List.of(new Field("measuredIn", "case when v.id is not null then unit.name end"))),
            new Changed(
                    Kind.DISPOSITION,
                    "disposition",
                    List.of("id"),
                    "v.benefit_id as benefit_id, " + NO_ID + " as indicator_id, v.unit_id as unit_id, v.month as month",
                    """
                    join (select true) as all_of_it
                        on v.month <= :to
                        and coalesce(later.until_month, earlier.until_month, later.month, earlier.month) >= :from
                    """,
                    List.of(new Field("booked", """
                            coalesce(trim_scale(v.hours) || ' h', trim_scale(v.nok) || ' NOK')
                                || case when v.until_month > v.month
                                    then ' × ' || (select count(*) from generate_series(
                                        cast(v.month as timestamp), cast(v.until_month as timestamp), interval '1 month'))
                                    else '' end
                                || ', ' || v.category"""))),
            parameter("hoursPerFte", "HOURS_PER_FTE"),
            parameter("hourlyCost", "HOURLY_COST"),
            new Changed(
                    Kind.UNIT,
                    "unit",
                    List.of("id"),
                    NO_ID + " as benefit_id, " + NO_ID + " as indicator_id, v.id as unit_id, " + NO_MONTH + " as month",
                    "",
                    List.of(Field.text("name", "name"), new Field("parent", """
                                    (select above.name from unit_versions above
                                    where above.municipality_id = :municipality and above.id = v.parent_id
                                        and above.changed_at <= :asOf and above.superseded_at > :asOf)"""))));

    private static Changed parameter(String name, String kind) {
        return new Changed(
                Kind.PARAMETER,
                "parameter",
                List.of("kind", "valid_from"),
                NO_ID + " as benefit_id, " + NO_ID + " as indicator_id, " + NO_ID
                        + " as unit_id, v.valid_from as month",
                "join (select true) as all_of_it on v.valid_from <= :to and v.kind = '" + kind + "'",
                List.of(Field.number(name, "amount")));
    }

    /** The null-point that counts at an instant, with its version, and a sign where it is approved. */
    private static final String COUNTING = """
            lateral (
                select v.version, coalesce(v.approved_at <= %1$s, false) as approved, v.entered_at, v.entered_by,
                    v.approved_at, v.approved_by, v.reason, MEASURE || ' (v' || v.version
                        || case when v.approved_at <= %1$s then ' ✓' else '' end || ')' as told
                from baseline v
                where v.municipality_id = :municipality and v.series_id = series.id and v.entered_at <= %1$s
                order by approved desc, v.version desc
                limit 1
            )
            """.replace("MEASURE", MEASURE);

    /** A null-point is not under history, for its versions stand side by side. */
    private static final Sql BASELINES =
            Sql.of("""
            select cast(null as uuid) as benefit_id, series.indicator_id, series.unit_id, cast(null as date) as month,
                'baseline' as field, earlier.told as before, later.told as after, later.reason, person.name as by_name,
                case when earlier.version = later.version then later.approved_at else later.entered_at end as at
            from (
                select distinct id, indicator_id, unit_id from series_versions where municipality_id = :municipality
            ) as series
            left join %s as earlier on true
            join %s as later on true
            left join person_versions person
                on person.municipality_id = :municipality
                and person.id = case when earlier.version = later.version
                    then later.approved_by else later.entered_by end
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where earlier.told is distinct from later.told
            """.formatted(COUNTING.formatted(":since"), COUNTING.formatted(":asOf")));

    private final Reading reading;
    private final Snapshot snapshot;
    private final Map<String, Object> arguments;

    /**
     * Reads up to a snapshot.
     *
     * @param reading as of the snapshot
     * @param since after which changes are told
     */
    InputRows(Reading reading, Snapshot snapshot, Instant since) {
        this.reading = reading;
        this.snapshot = snapshot;
        var period = snapshot.period();
        this.arguments = Map.of(
                "since", since.atOffset(ZoneOffset.UTC),
                "from", period.from().atDay(1),
                "to", period.to().atDay(1));
    }

    /** In the order they were made. */
    List<Input> list() {
        return Stream.concat(
                        ALL.stream().flatMap(changed -> list(changed.kind(), changed.sql())),
                        list(Kind.BASELINE, BASELINES))
                .sorted(Comparator.comparing(Input::at)
                        .thenComparing(Input::kind)
                        .thenComparing(Input::toString))
                .toList();
    }

    private Stream<Input> list(Kind kind, Sql sql) {
        return reading.list(sql, arguments, row -> input(kind, row)).stream()
                .map(input -> isHidden(input) ? input.hidden() : input);
    }

    /** What the figures hide is not told by its changes either. */
    private boolean isHidden(Input input) {
        var series = new SeriesKey(input.indicatorId(), input.unitId());
        return switch (input.kind()) {
            case VALUE -> snapshot.suppression().hides(series, input.month());
            case BASELINE -> snapshot.suppression().hidesNullPoint(series);
            default -> false;
        };
    }

    private Input input(Kind kind, Row row) throws SQLException {
        var indicator = snapshot.indicators().get(row.id("indicator_id"));
        var benefit = snapshot.benefits().get(indicator == null ? row.id("benefit_id") : indicator.benefitId());
        var unit = snapshot.units().get(row.id("unit_id"));
        return new Input(
                kind,
                benefit == null ? null : benefit.id(),
                benefit == null ? null : benefit.title(),
                indicator == null ? null : indicator.id(),
                indicator == null ? null : indicator.name(),
                unit == null ? null : unit.id(),
                unit == null ? null : unit.name(),
                row.month("month"),
                row.text("field"),
                row.text("before"),
                row.text("after"),
                row.text("by_name"),
                row.time("at"),
                row.text("reason"),
                false);
    }
}
