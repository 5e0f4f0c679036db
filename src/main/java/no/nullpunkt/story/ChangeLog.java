package no.nullpunkt.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.results.CountRows;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.Names;
import no.nullpunkt.results.PortfolioRows;
import no.nullpunkt.results.Reader;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Sql;
import no.nullpunkt.results.Suppression;
import no.nullpunkt.results.SuppressionThreshold;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;

/** Reads what happened to a benefit and to all that belongs to it, the latest first, in the same few statements for any page. */
@ApplicationScoped
class ChangeLog {

    /**
     * That one thing was written, approved or taken away.
     *
     * @param key of the thing among those of its kind
     * @param byId null for the service itself
     * @param suppressed whether it is a count of persons that is hidden from the reader
     * @param before null where there was nothing
     * @param after null where nothing is left
     */
    record Event(
            Told thing,
            String key,
            Instant at,
            UUID byId,
            String reason,
            boolean machine,
            boolean approval,
            Named indicator,
            Named unit,
            YearMonth month,
            JsonNode before,
            JsonNode after,
            boolean suppressed) {

        private String place() {
            return at + "|" + thing + "|" + approval + "|" + key;
        }

        private Event suppressed(Suppression suppression) {
            var series = indicator == null || unit == null ? null : new SeriesKey(indicator.id(), unit.id());
            var hidden = switch (thing) {
                case VALUE -> suppression.hides(series, month);
                case BASELINE -> suppression.hidesNullPoint(series);
                default -> false;
            };
            return new Event(
                    thing, key, at, byId, reason, machine, approval, indicator, unit, month, before, after, hidden);
        }
    }

    /** An event, and the series that counts persons, if it is of one. */
    private record Found(Event event, CountRows.Asked counted) {}

    /** The events of a page, and the names of people and technologies. */
    record Read(Page<Event> events, Map<UUID, String> people, Map<String, Names> technologies) {}

    private static final String START = "infinity|||";

    private static final String VERSIONS = """
            select '%1$s' as thing, cast(%2$s as text) as key, changed_at, superseded_at,
                changed_by, change_reason, superseded_by, superseded_reason, %3$s as machine,
                cast(%4$s as bigint) as series_id, cast(%5$s as uuid) as indicator_id, cast(%6$s as uuid) as unit_id,
                cast(%7$s as date) as month, %8$s as state
            from %9$s_versions
            where municipality_id = :municipality and changed_at <= :asOf and %10$s
            """;

    /**
     * A version that says the same as the one before it is left out: what changed is told of another thing. A rollout is
     * older than its benefits, so that it was made is no news of them.
     */
    private static final Sql EVENTS = Sql.of("""
            with its_rollout as (
                select rollout_id from benefit where municipality_id = :municipality and id = :benefit
            ),
            its_indicator as (
                select distinct id from indicator_versions
                where municipality_id = :municipality and benefit_id = :benefit
            ),
            its_series as (
                select distinct id, indicator_id, unit_id from series_versions
                where municipality_id = :municipality and indicator_id in (select id from its_indicator)
            ),
            version as (%s),
            numbered as (
                select *, lag(state) over way as state_before, lag(superseded_at) over way as until_before,
                    lead(changed_at) over way as next_at
                from version
                window way as (partition by thing, key order by changed_at)
            ),
            null_point as (
                select *, %s as key, %s as state
                from baseline
                where municipality_id = :municipality and %s
            ),
            event as (
                select thing, key, changed_at as at, changed_by as by, change_reason as reason, machine,
                    false as approval, series_id, indicator_id, unit_id, month,
                    case when until_before = changed_at then state_before end as before, state as after
                from numbered
                union all
                select thing, key, superseded_at, superseded_by, superseded_reason, false, false,
                    series_id, indicator_id, unit_id, month, state, null
                from numbered
                where superseded_at <= :asOf and next_at is distinct from superseded_at
                union all
                select 'BASELINE', key, entered_at, entered_by, reason, false, false,
                    series_id, null, null, null, lag(state) over (partition by series_id order by version), state
                from null_point
                where entered_at <= :asOf
                union all
                select 'BASELINE', key, approved_at, approved_by, null, false, true,
                    series_id, null, null, null, null, state
                from null_point
                where approved_at <= :asOf
            )
            select thing, key, at, by, reason, machine, approval, month,
                cast(before as text) as before, cast(after as text) as after,
                indicator.id as indicator_id, indicator.name as indicator, counts_persons, aggregation,
                unit.id as unit_id, unit.name as unit, its_series.id as series_id
            from event
            left join its_series on its_series.id = event.series_id
            left join indicator on indicator.municipality_id = :municipality
                and indicator.id = coalesce(event.indicator_id, its_series.indicator_id)
            left join unit on unit.municipality_id = :municipality
                and unit.id = coalesce(event.unit_id, its_series.unit_id)
            where before is distinct from after and (thing <> 'ROLLOUT' or before is not null)
                and (at, thing, cast(approval as text), key)
                    < (cast(:at as timestamptz), cast(:thing as text), cast(:approval as text), cast(:key as text))
            order by at desc, thing desc, cast(approval as text) desc, key desc
            limit :limit
            """.formatted(
                    versions(), Told.BASELINE.place.key(), Told.BASELINE.state(), Told.BASELINE.place.condition()));

    private static final Sql PEOPLE = Sql.of("select id, name from person where municipality_id = :municipality");

    private static String versions() {
        return Arrays.stream(Told.values())
                .filter(thing -> thing != Told.BASELINE)
                .map(thing -> VERSIONS.formatted(
                        thing,
                        thing.place.key(),
                        thing == Told.VALUE ? "machine" : "false",
                        thing.place.series(),
                        thing.place.indicator(),
                        thing.place.unit(),
                        thing.place.month(),
                        thing.state(),
                        thing.table,
                        thing.place.condition()))
                .collect(Collectors.joining(" union all "));
    }

    private final DataSource dataSource;
    private final Changes changes;
    private final ObjectMapper mapper;
    private final SuppressionThreshold threshold;

    ChangeLog(DataSource dataSource, Changes changes, ObjectMapper mapper, SuppressionThreshold threshold) {
        this.dataSource = dataSource;
        this.changes = changes;
        this.mapper = mapper;
        this.threshold = threshold;
    }

    /**
     * The events that follow the cursor.
     *
     * @param reader from whom small counts are hidden, where the reader may not enter them
     */
    Read page(int municipalityId, UUID benefitId, String cursor, int limit, Reader reader) {
        var after = after(cursor);
        try (var reading = new Reading(dataSource, municipalityId, changes.settled(municipalityId, null))) {
            var arguments = Map.of(
                    "benefit", benefitId,
                    "at", after[0],
                    "thing", after[1],
                    "approval", after[2],
                    "key", after[3],
                    "limit", limit + 1);
            var found = reading.list(EVENTS, arguments, this::found);
            var suppression = suppression(reading, found, reader);
            var events = found.stream()
                    .map(each -> each.event().suppressed(suppression))
                    .toList();
            var people = new HashMap<UUID, String>();
            reading.list(PEOPLE, row -> row.named("id", "name"))
                    .forEach(person -> people.put(person.id(), person.name()));
            var technologies = new PortfolioRows(reading)
                    .technologies().stream()
                            .collect(Collectors.toMap(PortfolioRows.Technology::code, PortfolioRows.Technology::names));
            return new Read(Page.of(events, limit, Event::place), people, technologies);
        }
    }

    private Suppression suppression(Reading reading, List<Found> found, Reader reader) {
        var counted =
                found.stream().map(Found::counted).filter(Objects::nonNull).collect(Collectors.toSet());
        return counted.isEmpty()
                ? Suppression.NOTHING
                : new Suppression(new CountRows(reading).series(counted, reader), threshold.count(), reading.asOf());
    }

    private static String[] after(String cursor) {
        var place = Cursor.decode(cursor);
        var parts = (place.isEmpty() ? START : place).split("\\|", 4);
        try {
            if (parts.length < 4 || !place.isEmpty() && Instant.parse(parts[0]) == null) {
                throw Cursor.unreadable();
            }
            return parts;
        } catch (DateTimeException e) {
            throw Cursor.unreadable();
        }
    }

    private Found found(Row row) throws SQLException {
        var event = new Event(
                row.choice("thing", Told.class),
                row.text("key"),
                row.time("at"),
                row.id("by"),
                row.text("reason"),
                row.flag("machine"),
                row.flag("approval"),
                row.named("indicator_id", "indicator"),
                row.named("unit_id", "unit"),
                row.month("month"),
                json(row.text("before")),
                json(row.text("after")),
                false);
        var ofPersons = row.flag("counts_persons") && (event.thing == Told.VALUE || event.thing == Told.BASELINE);
        return new Found(
                event,
                ofPersons
                        ? new CountRows.Asked(
                                row.key("series_id"),
                                new SeriesKey(event.indicator.id(), event.unit.id()),
                                row.choice("aggregation", Aggregation.class),
                                null)
                        : null);
    }

    private JsonNode json(String state) {
        try {
            return state == null ? null : mapper.readTree(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A version could not be read", e);
        }
    }
}
