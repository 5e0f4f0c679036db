package no.nullpunkt.access;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to an account or to rights, for whoever looks into it afterwards. It names people by their id
 * only, and nothing that anyone typed. Fired as a CDI event, within the transaction of what happened where there is one.
 *
 * @param municipalityId null where nobody knows which, as for an e-mail that nobody has
 * @param personId whose account or rights, null where it is nobody's
 * @param byId who did it, null where it was the person, or the service itself
 * @param detail a code that says more, or null
 */
public record SecurityEvent(Kind kind, Integer municipalityId, UUID personId, UUID byId, String detail) {

    @Schema(name = "SecurityEventKind")
    public enum Kind {
        /** By a page each time; by the API once a day from each place. */
        SIGNED_IN,
        SIGN_IN_FAILED,
        /** One more that failed, and with which a waiting time began. */
        SIGN_IN_THROTTLED,
        /** A code or token that is unknown, used, ended or too old. */
        TOKEN_REFUSED,
        INVITED,
        INVITATION_USED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        SESSION_ENDED,
        ROLE_GRANTED,
        ROLE_TAKEN,
        ACCOUNT_ENDED,
        AUDIT_EXPORTED,
        DATA_EXPORTED,
        PERSON_ERASED
    }

    /** By the person. */
    static SecurityEvent of(Kind kind, Holder whose, String detail) {
        return new SecurityEvent(kind, whose.municipalityId(), whose.personId(), null, detail);
    }

    /** By the person where there is one; of nobody otherwise. */
    static SecurityEvent of(Kind kind, Optional<Holder> whose, String detail) {
        return whose.map(holder -> of(kind, holder, detail))
                .orElseGet(() -> new SecurityEvent(kind, null, null, null, detail));
    }

    /** By the caller, of someone in the caller's municipality. */
    public static SecurityEvent by(Caller caller, Kind kind, UUID personId, String detail) {
        var own = caller.personId().equals(personId);
        return new SecurityEvent(kind, caller.municipalityId(), personId, own ? null : caller.personId(), detail);
    }
}
