package no.nullpunkt.network;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality in a network, or on its way in or out. It is in when host and municipality have both said yes. */
@Entity
@Table(name = "network_member")
@IdClass(Member.Key.class)
class Member {

    @Schema(name = "MembershipState")
    enum State {
        INVITED,
        ASKED,
        JOINED,
        ENDED
    }

    record Key(Integer municipalityId, UUID networkId, Integer memberId) implements Serializable {}

    /** The host. */
    @Id
    Integer municipalityId;

    @Id
    UUID networkId;

    @Id
    Integer memberId;

    @Enumerated(EnumType.STRING)
    State state = State.ENDED;

    /** What was shared before is not shared any more. */
    Instant joinedAt;

    @Version
    int version;

    protected Member() {}

    Member(int municipalityId, UUID networkId, int memberId) {
        this.municipalityId = municipalityId;
        this.networkId = networkId;
        this.memberId = memberId;
    }

    /** The host wants it in. */
    void invite(Instant at) {
        switch (state) {
            case ENDED -> state = State.INVITED;
            case ASKED -> join(at);
            case INVITED, JOINED -> {}
        }
    }

    /** The municipality wants to be in. */
    void ask(Instant at) {
        switch (state) {
            case ENDED -> state = State.ASKED;
            case INVITED -> join(at);
            case ASKED, JOINED -> {}
        }
    }

    private void join(Instant at) {
        state = State.JOINED;
        joinedAt = at;
    }

    /** Either does not want it any more. */
    void end() {
        state = State.ENDED;
        joinedAt = null;
    }
}
