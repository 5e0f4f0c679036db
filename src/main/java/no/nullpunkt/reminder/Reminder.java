package no.nullpunkt.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail to one person: decided on, then sent, and kept as the record of it. */
@Entity
@IdClass(Key.class)
class Reminder {

    @Schema(name = "ReminderStatus")
    enum Status {
        WAITING,
        SENT,
        /** When it was to be sent, there was nothing left to tell. */
        DROPPED,
        /** Refused until it was given up. */
        FAILED
    }

    /** After a refusal; twice as long after each further one. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

    /** With the waits between them, a week. */
    static final int MOST_REFUSALS = 12;

    /** While the mail server does not answer at all. */
    private static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(1);

    private static final int LONGEST_ERROR = 500;

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID personId;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant plannedAt;
    Instant nextAttemptAt;

    /** How often a mail server said no to this mail. */
    int refusals;

    String error;
    Instant endedAt;

    protected Reminder() {}

    void sent(Instant at) {
        error = null;
        end(Status.SENT, at);
    }

    void drop(Instant at) {
        end(Status.DROPPED, at);
    }

    /** Tries again later, and gives up in the end: an address may be dead, and must not hold up the others. */
    void refused(String reason, Instant at) {
        refusals++;
        error = shortened(reason);
        if (refusals == MOST_REFUSALS) {
            end(Status.FAILED, at);
        } else {
            nextAttemptAt = at.plus(FIRST_WAIT.multipliedBy(1L << (refusals - 1)));
        }
    }

    /** No mail comes through, which is no fault of this one: it is never given up for that. */
    void postpone(String reason, Instant at) {
        error = shortened(reason);
        nextAttemptAt = at.plus(WAIT_FOR_SERVER);
    }

    private void end(Status end, Instant at) {
        status = end;
        endedAt = at;
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_ERROR));
    }
}
