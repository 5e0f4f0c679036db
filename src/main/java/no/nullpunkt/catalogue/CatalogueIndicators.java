package no.nullpunkt.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries of ready indicators. */
@ApplicationScoped
class CatalogueIndicators implements PanacheRepositoryBase<CatalogueIndicator, String> {

    List<CatalogueIndicator> listOf(String technologyCode) {
        return list("technologyCode = ?1 order by displayOrder", technologyCode);
    }
}
