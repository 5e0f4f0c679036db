package no.nullpunkt.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries of technologies. */
@ApplicationScoped
class CatalogueTechnologies implements PanacheRepositoryBase<CatalogueTechnology, String> {

    List<CatalogueTechnology> listInOrder() {
        return list("order by displayOrder");
    }
}
