package no.nullpunkt.municipality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries of dated parameters. */
@ApplicationScoped
class Parameters implements PanacheRepositoryBase<Parameter, Parameter.Key> {

    List<Parameter> listOf(int municipalityId) {
        return list("municipalityId = ?1 order by kind, validFrom", municipalityId);
    }
}
