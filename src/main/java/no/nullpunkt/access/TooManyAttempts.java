package no.nullpunkt.access;

import java.time.Duration;

/** Refused unheard, since too much has failed: whether the password was right is not told, nor whether anyone has it. */
final class TooManyAttempts extends SecurityException {

    private final transient Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /** Until the next attempt is heard, in whole seconds and at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The same in whole minutes. */
    long minutes() {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
