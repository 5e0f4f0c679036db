package no.nullpunkt.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Queries of null-points. */
@ApplicationScoped
class Baselines implements PanacheRepositoryBase<Baseline, Baseline.Key> {

    Optional<Baseline> findLatest(Series series) {
        return find("municipalityId = ?1 and seriesId = ?2 order by version desc", series.municipalityId, series.id)
                .firstResultOptional();
    }

    /** All versions, the latest first. */
    List<Baseline> listOf(Series series) {
        return list("municipalityId = ?1 and seriesId = ?2 order by version desc", series.municipalityId, series.id);
    }
}
