package no.nullpunkt.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Queries of the catalogue's releases. */
@ApplicationScoped
class CatalogueReleases implements PanacheRepositoryBase<CatalogueRelease, String> {

    CatalogueRelease latest() {
        return find("order by released desc").firstResult();
    }
}
