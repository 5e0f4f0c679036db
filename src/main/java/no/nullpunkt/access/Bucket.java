package no.nullpunkt.access;

import java.time.Duration;
import java.time.Instant;
import no.nullpunkt.shared.Secret;

/**
 * Counts what failed of one kind: so many are free, then each doubles the time until the next is heard. What comes while
 * one has to wait is refused unheard and not counted, so nobody can make another wait for longer by going on.
 */
enum Bucket {

    /** One account from one place. */
    SOURCE(5, Duration.ofMinutes(15), Duration.ofDays(1)),

    /** One account, from all places together where it is not known. */
    ACCOUNT(20, Duration.ofHours(1), Duration.ofDays(1)),

    /** One address, at all accounts together that are not known there: one password tried on many people. */
    ADDRESS(100, Duration.ofMinutes(1), Duration.ofHours(1)),

    /** Mails that one address of mail is sent. */
    RESET(3, Duration.ofHours(1), Duration.ofDays(1)),

    /** Mails that are asked for from one address. */
    RESETS(30, Duration.ofMinutes(1), Duration.ofHours(1));

    /** The most that NIST SP 800-63B lets fail in a row on one account; each further one costs a day. */
    static final int MOST = 100;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FIRST = Duration.ofSeconds(1);

    /** One that counts, by a digest that tells neither e-mail nor address. */
    record Counted(Bucket bucket, byte[] key) {}

    private final int free;
    private final Duration longest;
    private final Duration forgottenAfter;

    Bucket(int free, Duration longest, Duration forgottenAfter) {
        this.free = free;
        this.longest = longest;
        this.forgottenAfter = forgottenAfter;
    }

    Counted of(String... what) {
        return new Counted(this, Secret.sha256(name() + '\n' + String.join("\n", what)));
    }

    /** How many still count of those counted until a time. */
    int counting(int failures, Instant last, Instant now) {
        return last.plus(forgottenAfter).isBefore(now) ? 0 : failures;
    }

    /** How long after the last of so many failures the next attempt is heard. */
    Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        if (failures >= MOST && this != ADDRESS && this != RESETS) {
            return DAY;
        }
        var doublings = Math.min(failures - free, Integer.SIZE - 2);
        var wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
