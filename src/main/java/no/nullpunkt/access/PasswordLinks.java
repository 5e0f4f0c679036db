package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** Queries of the codes that set a password once. */
@ApplicationScoped
class PasswordLinks {

    @Schema(hidden = true)
    enum Kind {
        /** For someone who has no account yet. */
        INVITATION(Duration.ofDays(7)),
        /** For someone who has, and has forgotten the password. */
        RESET(Duration.ofMinutes(30));

        private final Duration holds;

        Kind(Duration holds) {
            this.holds = holds;
        }

        Instant endOf(Instant begin) {
            return begin.plus(holds);
        }
    }

    /** Whose a code is, and for what. */
    record Link(int municipalityId, UUID personId, String kindCode) {

        Holder holder() {
            return new Holder(municipalityId, personId);
        }

        Kind kind() {
            return Kind.valueOf(kindCode);
        }
    }

    private final Session session;

    PasswordLinks(Session session) {
        this.session = session;
    }

    /** Adds a code, and ends those that the person had. */
    void replace(Holder holder, Kind kind, String code, Instant expiresAt) {
        deleteOf(holder);
        session.createNativeQuery("""
                        insert into password_link (code_sha256, municipality_id, person_id, expires_at, kind)
                        values (:code, :municipality, :person, :expires, :kind)
                        """)
                .setParameter("code", Secret.sha256(code))
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .setParameter("expires", expiresAt)
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    void deleteOf(Holder holder) {
        session.createNativeQuery(
                        "delete from password_link where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .executeUpdate();
    }

    @AcrossMunicipalities("a code is all that is known of whoever sets a password")
    Optional<Link> find(String code, Instant now) {
        return session.createNativeQuery("""
                        select municipality_id, person_id, kind from password_link
                        where code_sha256 = :code and expires_at > :now
                        """, Link.class)
                .setParameter("code", Secret.sha256(code))
                .setParameter("now", now)
                .uniqueResultOptional();
    }

    /** @return whether the code was there: of two that use it at once, one finds it gone */
    boolean use(Link link, String code) {
        return session.createNativeQuery("""
                                delete from password_link
                                where municipality_id = :municipality and code_sha256 = :code
                                """)
                        .setParameter("municipality", link.municipalityId())
                        .setParameter("code", Secret.sha256(code))
                        .executeUpdate()
                == 1;
    }

    int deleteBefore(Instant expired) {
        return session.createNativeQuery("delete from password_link where expires_at < :expired")
                .setParameter("expired", expired)
                .executeUpdate();
    }
}
