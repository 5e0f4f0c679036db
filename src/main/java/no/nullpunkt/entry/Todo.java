package no.nullpunkt.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Page;
import org.hibernate.Session;

/** What a person owes: values, approvals and actions. */
@ApplicationScoped
class Todo {

    private final OpenValues openValues;
    private final Session session;
    private final Clock clock;

    Todo(OpenValues openValues, Session session, Clock clock) {
        this.openValues = openValues;
        this.session = session;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A part of what the caller owes, the earliest due first. */
    Page<TodoItem> page(Caller caller, String after, int limit) {
        var items = Stream.of(
                        openValues.owed(caller.municipalityId(), caller.personId()).stream()
                                .map(TodoItem::of),
                        approvals(caller.municipalityId(), caller.personId()),
                        actions(caller.municipalityId(), caller.personId()))
                .flatMap(each -> each)
                .filter(item -> item.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(TodoItem::key))
                .limit(limit + 1L)
                .toList();
        return Page.of(items, limit, TodoItem::key);
    }

    /** Null-points that an owner of the benefit has yet to approve, due when the new way of working begins. */
    private Stream<TodoItem> approvals(int municipalityId, UUID personId) {
        return rows("""
                select coalesce(rollout.go_live, rollout.planned_go_live, current_date) as due, indicator.name as title,
                    benefit.id as benefit_id, indicator.id as indicator_id, series.unit_id
                from series
                join indicator on indicator.municipality_id = :municipality and indicator.id = series.indicator_id
                join benefit on benefit.municipality_id = :municipality and benefit.id = indicator.benefit_id
                join rollout on rollout.municipality_id = :municipality and rollout.id = benefit.rollout_id
                join lateral (
                    select approved_at from baseline
                    where municipality_id = :municipality and series_id = series.id
                    order by version desc limit 1
                ) as latest on latest.approved_at is null
                where series.municipality_id = :municipality and benefit.step <> 'ABANDONED'
                    and :person in (benefit.owner_id, benefit.overall_owner_id)
                """, municipalityId, personId)
                .map(row -> new TodoItem(
                        TodoItem.Kind.BASELINE_APPROVAL,
                        row.get("due", LocalDate.class),
                        row.get("title", String.class),
                        row.get("benefit_id", UUID.class),
                        row.get("indicator_id", UUID.class),
                        row.get("unit_id", UUID.class),
                        null,
                        null));
    }

    private Stream<TodoItem> actions(int municipalityId, UUID personId) {
        return rows("""
                select action.due, action.description as title, action.benefit_id, action.id
                from action
                join benefit on benefit.municipality_id = :municipality and benefit.id = action.benefit_id
                where action.municipality_id = :municipality and action.responsible_id = :person
                    and action.done is null and benefit.step <> 'ABANDONED'
                """, municipalityId, personId)
                .map(row -> new TodoItem(
                        TodoItem.Kind.ACTION,
                        row.get("due", LocalDate.class),
                        row.get("title", String.class),
                        row.get("benefit_id", UUID.class),
                        null,
                        null,
                        null,
                        row.get("id", UUID.class)));
    }

    private Stream<Tuple> rows(String sql, int municipalityId, UUID personId) {
        List<Tuple> rows = session.createNativeQuery(sql, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .getResultList();
        return rows.stream();
    }
}
