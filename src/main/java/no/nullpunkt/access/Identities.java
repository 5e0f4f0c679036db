package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;

/** Queries of identities. */
@ApplicationScoped
class Identities implements PanacheRepositoryBase<Identity, Key> {

    @AcrossMunicipalities("a subject is all that is known of whoever signs in by a provider, and is one person in all")
    Optional<Identity> findBySubject(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2 and municipalityId is not null", issuer, subject)
                .firstResultOptional();
    }

    List<Identity> listOf(int municipalityId, UUID personId) {
        return list("municipalityId = ?1 and personId = ?2 order by id", municipalityId, personId);
    }

    boolean has(Holder holder, String issuer) {
        return count(
                        "municipalityId = ?1 and personId = ?2 and issuer = ?3",
                        holder.municipalityId(),
                        holder.personId(),
                        issuer)
                > 0;
    }

    void deleteOf(int municipalityId, UUID personId) {
        delete("municipalityId = ?1 and personId = ?2", municipalityId, personId);
    }
}
