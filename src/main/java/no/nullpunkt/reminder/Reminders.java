package no.nullpunkt.reminder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;

/** Queries of mails and what they were sent for. */
@ApplicationScoped
class Reminders implements PanacheRepositoryBase<Reminder, Key> {

    /** The municipalities that have something to measure and were not gone through on the day or later. */
    @AcrossMunicipalities("the job looks for those that have something to remind of")
    List<Integer> municipalitiesNotDoneOn(LocalDate day) {
        return getEntityManager()
                .createNativeQuery("""
                        select municipality.id from municipality
                        where exists (select from series where municipality_id = municipality.id)
                            and not exists (
                                select from reminder_day where municipality_id = municipality.id and day >= :day)
                        order by municipality.id
                        """, Integer.class)
                .setParameter("day", day)
                .getResultList();
    }

    /**
     * Moves the municipality on to a day. Of several that do so at once the others wait here until the first has
     * ended, and go on only where it came to nothing.
     *
     * @return whether the day was still to be gone through
     */
    boolean begin(int municipalityId, LocalDate day) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into reminder_day (municipality_id, day) values (:municipality, :day)
                                on conflict (municipality_id) do update set day = excluded.day
                                where reminder_day.day < excluded.day
                                """)
                        .setParameter("municipality", municipalityId)
                        .setParameter("day", day)
                        .executeUpdate()
                == 1;
    }

    /** The occasions that say something newer than was told, of their kind, to the person. */
    List<Occasion> listUntold(int municipalityId, Collection<Occasion> occasions) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select person_id, kind, max(due) as due from reminder_occasion
                        where municipality_id = :municipality group by person_id, kind
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .getResultList();
        var told = new HashMap<Map.Entry<UUID, Occasion.Kind>, LocalDate>();
        rows.forEach(row -> told.put(
                Map.entry(row.get("person_id", UUID.class), Occasion.Kind.valueOf(row.get("kind", String.class))),
                row.get("due", LocalDate.class)));
        return occasions.stream()
                .filter(each -> told.getOrDefault(Map.entry(each.personId(), each.kind()), LocalDate.MIN)
                        .isBefore(each.due()))
                .toList();
    }

    /** Adds a mail for occasions of one person, or adds them to the one that waits. */
    void add(int municipalityId, UUID personId, List<Occasion> occasions, Instant at) {
        var id = (UUID) getEntityManager()
                .createNativeQuery("""
                        insert into reminder (municipality_id, id, person_id, status, planned_at, next_attempt_at)
                        values (:municipality, :id, :person, 'WAITING', :at, :at)
                        on conflict (municipality_id, person_id) where status = 'WAITING'
                        do update set planned_at = reminder.planned_at
                        returning id
                        """, UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("id", Key.newId())
                .setParameter("person", personId)
                .setParameter("at", at)
                .getSingleResult();
        for (var occasion : occasions) {
            getEntityManager()
                    .createNativeQuery("""
                            insert into reminder_occasion (municipality_id, person_id, kind, due, reminder_id)
                            values (:municipality, :person, :kind, :due, :reminder)
                            """)
                    .setParameter("municipality", municipalityId)
                    .setParameter("person", personId)
                    .setParameter("kind", occasion.kind().name())
                    .setParameter("due", occasion.due())
                    .setParameter("reminder", id)
                    .executeUpdate();
        }
    }

    /**
     * The mail that has waited longest for an attempt, locked until the transaction ends; those that others are sending
     * are passed over. When whoever sends dies, the database lets go of the lock, and the mail waits as before.
     */
    @AcrossMunicipalities("whichever municipality's mail has waited longest goes first")
    Optional<Reminder> lockNext(Instant at) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select municipality_id, id from reminder where status = 'WAITING' and next_attempt_at <= :at
                        order by next_attempt_at, id limit 1 for update skip locked
                        """, Tuple.class)
                .setParameter("at", at)
                .getResultList();
        return rows.stream()
                .map(row -> findById(new Key(row.get("municipality_id", Integer.class), row.get("id", UUID.class))))
                .findFirst();
    }

    /** How many mails of all municipalities wait. */
    @AcrossMunicipalities("whoever operates the service is told of no municipality by itself")
    long countWaiting() {
        return (Long) getEntityManager()
                .createNativeQuery("select count(*) from reminder where status = 'WAITING'", Long.class)
                .getSingleResult();
    }

    /** The latest first. */
    Page<Reminder> page(int municipalityId, UUID before, int limit) {
        var rows = find("municipalityId = ?1 and id < ?2 order by id desc", municipalityId, before)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, reminder -> reminder.id.toString());
    }

    List<Occasion> occasionsOf(Reminder reminder) {
        return occasionsOf(reminder.municipalityId, List.of(reminder.id)).get(reminder.id);
    }

    /** What mails were sent for, by their ids. */
    Map<UUID, List<Occasion>> occasionsOf(int municipalityId, Collection<UUID> reminders) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select reminder_id, person_id, kind, due from reminder_occasion
                        where municipality_id = :municipality and reminder_id = any (:reminders)
                        order by due, kind
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("reminders", reminders.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("reminder_id", UUID.class),
                        Collectors.mapping(
                                row -> new Occasion(
                                        row.get("person_id", UUID.class),
                                        Occasion.Kind.valueOf(row.get("kind", String.class)),
                                        row.get("due", LocalDate.class)),
                                Collectors.toList())));
    }
}
