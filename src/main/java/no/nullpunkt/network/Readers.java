package no.nullpunkt.network;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of who may read a network, for its host. */
@ApplicationScoped
class Readers implements PanacheRepositoryBase<Reader, Key> {

    Reader get(int municipalityId, UUID networkId, UUID id) {
        return find("municipalityId = ?1 and networkId = ?2 and id = ?3", municipalityId, networkId, id)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    Optional<Reader> findSame(int municipalityId, UUID networkId, int readerId, String email) {
        return find(
                        "municipalityId = ?1 and networkId = ?2 and readerId = ?3 and email = ?4",
                        municipalityId,
                        networkId,
                        readerId,
                        Reader.normalised(email))
                .firstResultOptional();
    }

    Page<Reader> page(int municipalityId, UUID networkId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and networkId = ?2 and id > ?3 order by id",
                        municipalityId,
                        networkId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, reader -> reader.id.toString());
    }
}
