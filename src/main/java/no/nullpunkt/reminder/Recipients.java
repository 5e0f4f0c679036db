package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.access.Tenants;
import no.nullpunkt.shared.Language;
import org.hibernate.Session;

/** Reads who may be told: people with a role here, which whoever has left no longer has. Machines read no mail. */
@ApplicationScoped
class Recipients {

    private final Session session;
    private final Tenants tenants;

    Recipients(Session session, Tenants tenants) {
        this.session = session;
        this.tenants = tenants;
    }

    Optional<Recipient> find(int municipalityId, UUID personId) {
        return Optional.ofNullable(among(municipalityId, Set.of(personId)).get(personId));
    }

    /** Those of the people named who may be told, by id. */
    Map<UUID, Recipient> among(int municipalityId, Collection<UUID> people) {
        List<Tuple> rows = session.createNativeQuery("""
                        select person.id, person.name, person.email, coalesce(preference.language, 'NB') as language,
                            coalesce(preference.muted, false) as muted, municipality.name as municipality
                        from person
                        join municipality on municipality.id = :municipality
                        left join reminder_preference preference
                            on preference.municipality_id = :municipality and preference.person_id = person.id
                        where person.municipality_id = :municipality and person.id = any (:people)
                            and exists (
                                select from role_grant
                                where municipality_id = :municipality and person_id = person.id
                                    and role <> 'INTEGRATION')
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("people", people.toArray(UUID[]::new))
                .getResultList();
        var number = tenants.numberOf(municipalityId);
        return rows.stream()
                .map(row -> recipient(municipalityId, number, row))
                .collect(Collectors.toMap(Recipient::personId, Function.identity()));
    }

    private static Recipient recipient(int municipalityId, String number, Tuple row) {
        return new Recipient(
                municipalityId,
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Language.valueOf(row.get("language", String.class)),
                row.get("muted", Boolean.class),
                row.get("municipality", String.class),
                number);
    }
}
