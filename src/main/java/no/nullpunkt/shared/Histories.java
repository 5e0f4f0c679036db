package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.shared.History.Version;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads how things stood: every version of one, or what there was at an instant. */
@ApplicationScoped
public class Histories {

    /** Rows as the database writes them: columns in snake case, months by their first day. */
    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(YearMonth.class, new MonthOfDay()))
            .build();

    private static final String WRITTEN = """
            select changed_at, changed_by, change_reason from %1$s_versions
            where municipality_id = :municipality%2$s
            union all
            select superseded_at, superseded_by, superseded_reason from %1$s_versions
            where municipality_id = :municipality%2$s
            """;

    private static final String PART = """
            left join lateral (
                select coalesce(jsonb_agg(%3$s), '[]') as items
                from %1$s_versions
                where municipality_id = :municipality and %2$s = kept.id
                    and changed_at <= moment.at and superseded_at > moment.at
            ) as %1$s on true
            """;

    /** A moment is when the thing or a part of it was written or taken away, by one person for one reason. */
    private static final String VERSIONS = """
            with moment as (
                select at, cast(max(cast(by as text)) as uuid) as by, max(reason) as reason
                from (%s) as written (at, by, reason)
                where at < 'infinity'
                group by at
            )
            select moment.at, moment.by, person.name, moment.reason, kept.superseded_at <= moment.at, cast(%s as text)
            from moment
            cross join lateral (
                select * from %s_versions
                where municipality_id = :municipality%s and changed_at <= moment.at
                order by changed_at desc
                limit 1
            ) as kept
            %s
            left join person on person.municipality_id = :municipality and person.id = moment.by
            order by moment.at desc
            """;

    private static final String STATES = """
            with moment as (select cast(:at as timestamptz) as at)
            select cast(%s as text)
            from moment
            join %s_versions as kept
                on kept.municipality_id = :municipality and kept.changed_at <= moment.at and kept.superseded_at > moment.at
            %s
            where kept.id > :after%s
            order by kept.id
            limit :limit
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Session session;

    Histories(Session session) {
        this.session = session;
    }

    /**
     * Every version of a thing, the latest first.
     *
     * @param key its columns and what they are
     * @throws Problem 404 when there never was such a thing
     */
    public <T> History<T> of(Kept<T> kept, int municipalityId, Map<String, ?> key) {
        var is = conditions(key);
        var written = WRITTEN.formatted(kept.table(), is)
                + kept.parts().entrySet().stream()
                        .map(part -> " union all "
                                + WRITTEN.formatted(
                                        part.getKey(),
                                        " and %s in (select id from %s_versions where municipality_id = :municipality%s)"
                                                .formatted(part.getValue().key(), kept.table(), is)))
                        .collect(Collectors.joining());
        var query = query(VERSIONS.formatted(written, json(kept), kept.table(), is, parts(kept)), municipalityId, key);
        var versions = query.getResultStream().map(row -> version(kept, row)).toList();
        if (versions.isEmpty()) {
            throw Problem.notFound();
        }
        return new History<>(versions, null);
    }

    private static <T> Version<T> version(Kept<T> kept, Tuple row) {
        return new Version<>(
                read(kept, row.get(5, String.class)),
                row.get(4, Boolean.class),
                row.get(0, Instant.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, String.class));
    }

    /** How a thing with an id stood at an instant; empty where it was not there. */
    public <T> Optional<T> find(Kept<T> kept, int municipalityId, UUID id, Instant at) {
        return states(kept, municipalityId, Map.of("id", id), at, BEFORE_ALL, 1).stream()
                .findFirst();
    }

    /**
     * The things with an id that were there at an instant, in the order of their ids.
     *
     * @param conditions columns and what they are
     * @param after the id that the page begins after
     */
    public <T> Page<T> page(
            Kept<T> kept,
            int municipalityId,
            Map<String, ?> conditions,
            Instant at,
            UUID after,
            int limit,
            Function<T, UUID> id) {
        var states = states(kept, municipalityId, conditions, at, after, limit + 1);
        return Page.of(states, limit, state -> id.apply(state).toString());
    }

    private <T> List<T> states(
            Kept<T> kept, int municipalityId, Map<String, ?> conditions, Instant at, UUID after, int limit) {
        return query(
                        STATES.formatted(json(kept), kept.table(), parts(kept), conditions(conditions)),
                        municipalityId,
                        conditions)
                .setParameter("at", at)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> read(kept, row.get(0, String.class)))
                .toList();
    }

    private NativeQuery<Tuple> query(String sql, int municipalityId, Map<String, ?> conditions) {
        var query = session.createNativeQuery(sql, Tuple.class).setParameter("municipality", municipalityId);
        conditions.forEach(query::setParameter);
        return query;
    }

    private static String conditions(Map<String, ?> conditions) {
        return conditions.keySet().stream()
                .map(column -> " and " + column + " = :" + column)
                .collect(Collectors.joining());
    }

    private static String json(Kept<?> kept) {
        return kept.told().entrySet().stream()
                .map(field -> "'" + field.getKey() + "', " + field.getValue())
                .collect(Collectors.joining(", ", "to_jsonb(kept) || jsonb_build_object(", ")"));
    }

    private static String parts(Kept<?> kept) {
        return kept.parts().entrySet().stream()
                .map(part -> PART.formatted(
                        part.getKey(), part.getValue().key(), part.getValue().element()))
                .collect(Collectors.joining());
    }

    private static <T> T read(Kept<T> kept, String json) {
        try {
            return ROWS.readValue(json, kept.type());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A version of " + kept.table() + " could not be read", e);
        }
    }

    private static final class MonthOfDay extends StdScalarDeserializer<YearMonth> {

        MonthOfDay() {
            super(YearMonth.class);
        }

        @Override
        public YearMonth deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return YearMonth.parse(parser.getText().substring(0, "2026-03".length()));
        }
    }
}
