package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.municipality.UnitResource.Request;
import no.nullpunkt.municipality.UnitResource.Response;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Shapes the unit tree. */
@ApplicationScoped
class UnitService {

    private final Units units;

    UnitService(Units units) {
        this.units = units;
    }

    @Transactional
    Response create(Caller caller, Request request) {
        caller.mustAdminister();
        caller.beginChange();
        var unit = new Unit(caller.municipalityId());
        describe(unit, request);
        units.persistAndFlush(unit);
        return Response.of(unit);
    }

    @Transactional
    Response change(Caller caller, UUID id, IfMatch ifMatch, Request request) {
        caller.mustAdminister();
        caller.beginChange();
        var unit = units.getForChange(caller.municipalityId(), id);
        var before = Response.of(unit);
        if (request.parentId() != null && units.isAtOrBelow(caller.municipalityId(), request.parentId(), id)) {
            throw Problem.ruleAt("/parentId", "unit-below-itself");
        }
        describe(unit, request);
        if (!before.equals(Response.of(unit))) {
            ifMatch.check(before.version(), () -> before);
        }
        units.flush();
        return Response.of(unit);
    }

    private void describe(Unit unit, Request request) {
        if (request.parentId() != null) {
            units.mustExist(unit.municipalityId, "/parentId", request.parentId());
        }
        unit.describe(request.name(), request.kind(), request.parentId());
    }
}
