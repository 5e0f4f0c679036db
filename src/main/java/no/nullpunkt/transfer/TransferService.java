package no.nullpunkt.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Tenants;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.transfer.TransferResource.Request;
import no.nullpunkt.transfer.TransferResource.Response;

/** Offers units to another municipality, and takes in what is offered. */
@ApplicationScoped
class TransferService {

    private final Transfers transfers;
    private final Carrying carrying;
    private final Tenants tenants;
    private final Units units;
    private final Changes changes;
    private final Clock clock;
    private final Reach reach;

    TransferService(
            Transfers transfers,
            Carrying carrying,
            Tenants tenants,
            Units units,
            Changes changes,
            Clock clock,
            Reach reach) {
        this.transfers = transfers;
        this.carrying = carrying;
        this.tenants = tenants;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
        this.reach = reach;
    }

    @Transactional
    Response offer(Caller caller, Request request) {
        caller.mustAdminister();
        var at = caller.beginChange(request.reason());
        var receiving = tenants.findByNumber(request.to())
                .orElseThrow(() -> Problem.ruleAt("/to", "unknown-municipality", request.to()));
        if (receiving == caller.municipalityId()) {
            throw Problem.ruleAt("/to", "transfer-to-self");
        }
        var unitIds = request.unitIds() == null ? List.<UUID>of() : request.unitIds();
        units.mustExist(caller.municipalityId(), unitIds, "/unitIds");
        var transfer = new Transfer(caller.municipalityId(), receiving, request.from(), unitIds, request.reason());
        transfer.offeredBy = caller.personId();
        transfer.offeredAt = at;
        transfers.persistAndFlush(transfer);
        return response(transfer);
    }

    /**
     * Takes the units in, with all that belongs to them, in one transaction. The giving municipality's change is opened
     * in the name of whoever offered, and ours after it; each holds the lock of its municipality before its time.
     *
     * @throws Problem 409 before the month has begun, when the offer has ended, or a unit has been here before
     */
    @Transactional
    Response accept(Caller caller, UUID id) {
        caller.mustAdminister();
        var transfer = getForChange(caller, id);
        if (transfer.receivingId != caller.municipalityId()) {
            throw Problem.forbidden("forbidden");
        }
        if (transfer.state == Transfer.State.ACCEPTED) {
            return response(transfer);
        }
        if (transfer.validFrom.isAfter(YearMonth.now(clock))) {
            throw Problem.conflict("transfer-not-begun", transfer.validFrom);
        }
        changes.alone(transfer.municipalityId);
        var at = changes.begin(transfer.municipalityId, transfer.offeredBy, transfer.reason);
        transfer.settle(Transfer.State.ACCEPTED, caller.personId(), at);
        transfers.flush();
        if (carrying.takeLeave(transfer) == 0) {
            throw Problem.conflict("nothing-to-transfer");
        }
        if (carrying.areKnown(transfer)) {
            throw Problem.conflict("unit-here-before");
        }
        caller.beginChange(transfer.reason);
        carrying.carry(transfer);
        return response(transfer);
    }

    /** Refuses an offer, or takes one's own back. */
    @Transactional
    Response decline(Caller caller, UUID id, String reason) {
        caller.mustAdminister();
        var transfer = getForChange(caller, id);
        if (transfer.state != Transfer.State.DECLINED) {
            var at = changes.begin(transfer.municipalityId, caller.personId(), reason);
            transfer.settle(Transfer.State.DECLINED, caller.personId(), at);
            transfers.flush();
        }
        return response(transfer);
    }

    /** Settling an offer is written by one municipality in the name of the other: both are in reach from here on. */
    private Transfer getForChange(Caller caller, UUID id) {
        reach.is(caller.municipalityId(), transfers.givingOf(caller.municipalityId(), id));
        return transfers.getForChange(caller.municipalityId(), id);
    }

    Response response(Transfer transfer) {
        return Response.of(transfer, tenants.numberOf(transfer.municipalityId), tenants.numberOf(transfer.receivingId));
    }
}
