package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Language;
import org.hibernate.Session;

/** Queries of mails that wait to be sent with a code in them. */
@ApplicationScoped
class PasswordMails {

    /** One that waits. It names a person only where it invites one: who has forgotten a password is not known yet. */
    record Waiting(
            UUID id,
            String kindCode,
            String email,
            Integer municipalityId,
            UUID personId,
            String languageCode,
            Instant givenUpAt) {

        PasswordLinks.Kind kind() {
            return PasswordLinks.Kind.valueOf(kindCode);
        }

        Optional<Holder> invited() {
            return Optional.ofNullable(personId).map(person -> new Holder(municipalityId, person));
        }

        Language language() {
            return Language.valueOf(languageCode);
        }
    }

    private final Session session;

    PasswordMails(Session session) {
        this.session = session;
    }

    /** Adds a mail; one of the kind that waits for the same e-mail is sent instead. */
    @AcrossMunicipalities("who has forgotten a password is in no municipality yet")
    void add(PasswordLinks.Kind kind, String email, Holder holder, Language language, Instant now) {
        session.createNativeQuery("""
                        insert into password_mail
                            (id, kind, email, municipality_id, person_id, language, next_attempt_at, given_up_at)
                        values (:id, :kind, :email, :municipality, :person, :language, :now, :end)
                        on conflict (email, kind) do update set municipality_id = excluded.municipality_id,
                            person_id = excluded.person_id, language = excluded.language,
                            given_up_at = excluded.given_up_at
                        """)
                .setParameter("id", Key.newId())
                .setParameter("kind", kind.name())
                .setParameter("email", email)
                .setParameter("municipality", holder == null ? null : holder.municipalityId())
                .setParameter("person", holder == null ? null : holder.personId())
                .setParameter("language", language.name())
                .setParameter("now", now)
                .setParameter("end", kind.endOf(now))
                .executeUpdate();
    }

    /** The one that has waited longest for an attempt, locked; those that others are sending are passed over. */
    @AcrossMunicipalities("who has forgotten a password is in no municipality yet")
    Optional<Waiting> lockNext(Instant now) {
        return session.createNativeQuery("""
                        select id, kind, email, municipality_id, person_id, language, given_up_at from password_mail
                        where next_attempt_at <= :now
                        order by next_attempt_at, id limit 1 for update skip locked
                        """, Waiting.class)
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    @AcrossMunicipalities("who has forgotten a password is in no municipality yet")
    long countWaiting() {
        return session.createNativeQuery("select count(*) from password_mail", Long.class)
                .getSingleResult();
    }

    @AcrossMunicipalities("who has forgotten a password is in no municipality yet")
    void postpone(Waiting mail, Instant until) {
        session.createNativeQuery("update password_mail set next_attempt_at = :until where id = :id")
                .setParameter("until", until)
                .setParameter("id", mail.id())
                .executeUpdate();
    }

    void deleteOf(Holder holder) {
        session.createNativeQuery(
                        "delete from password_mail where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .executeUpdate();
    }

    @AcrossMunicipalities("who has forgotten a password is in no municipality yet")
    void delete(Waiting mail) {
        session.createNativeQuery("delete from password_mail where id = :id")
                .setParameter("id", mail.id())
                .executeUpdate();
    }
}
