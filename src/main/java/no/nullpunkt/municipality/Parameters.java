package no.nullpunkt.municipality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Dated;

/** Queries of dated parameters. */
@ApplicationScoped
class Parameters implements PanacheRepositoryBase<Parameter, Parameter.Key> {

    List<Parameter> listOf(int municipalityId) {
        return list("municipalityId = ?1 order by kind, validFrom", municipalityId);
    }

    /** One of the parameters, month by month, whatever the scale of its amounts. */
    Dated dated(int municipalityId, Parameter.Kind kind) {
        return Dated.of(listOf(municipalityId).stream()
                .filter(parameter -> parameter.kind == kind)
                .collect(Collectors.toMap(Parameter::from, parameter -> parameter.amount.stripTrailingZeros())));
    }
}
