package no.nullpunkt.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer of units from one municipality to another, which both have to want. */
@Entity
@IdClass(Key.class)
class Transfer {

    @Schema(name = "TransferState")
    enum State {
        OFFERED,
        ACCEPTED,
        DECLINED
    }

    /** The giving municipality. */
    @Id
    Integer municipalityId;

    @Id
    UUID id;

    Integer receivingId;

    /** The first month that is the receiving municipality's. */
    YearMonth validFrom;

    /** With all below them; empty for the whole municipality. */
    List<UUID> unitIds;

    String reason;

    @Enumerated(EnumType.STRING)
    State state = State.OFFERED;

    UUID offeredBy;
    Instant offeredAt;
    UUID settledBy;
    Instant settledAt;

    @Version
    int version;

    protected Transfer() {}

    Transfer(int municipalityId, int receivingId, YearMonth validFrom, List<UUID> unitIds, String reason) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.receivingId = receivingId;
        this.validFrom = validFrom;
        this.unitIds = unitIds;
        this.reason = reason;
    }

    /**
     * Ends the offer.
     *
     * @throws Problem 409 when it has ended otherwise
     */
    void settle(State to, UUID personId, Instant at) {
        if (state != State.OFFERED) {
            throw Problem.conflict("transfer-settled", state);
        }
        state = to;
        settledBy = personId;
        settledAt = at;
    }
}
