package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.access.SecurityEvent.Kind;
import no.nullpunkt.shared.AcrossMunicipalities;

/**
 * Slows down guessing, without letting anyone who guesses shut out anyone else.
 *
 * <p>An account that locks after so many wrong passwords can be locked by everybody who knows an e-mail; OWASP ASVS 4.0
 * (2.2.1) therefore asks for throttling that does not. So a place where a person has signed in before, a browser by its
 * secret or else an address, answers for its own failures only ({@link Bucket#SOURCE}). All other places share two
 * counts: of the account, so that many machines guess no faster than one ({@link Bucket#ACCOUNT}), and of the address,
 * so that one password is not tried on many people ({@link Bucket#ADDRESS}). Behind an address that a whole municipality
 * shares, a browser that is known stands for itself, whoever else guesses there. Whoever comes from an unknown place
 * while their account is under attack waits, or has a link mailed, which makes the browser known.
 *
 * <p>The waiting times grow as NIST SP 800-63B (5.2.2) suggests, up to an hour, and no more than a hundred attempts in a
 * row fail on an account from a place before each further one costs a day. An attempt is counted before its password is
 * looked at and taken back when it was right, so that guesses sent at once count like guesses in a row, on whichever
 * instance. An e-mail that nobody has is counted in the same way, and so tells nothing.
 *
 * <p>What remains: a program that signs in with a password for each request has no browser's secret. Somebody who guesses
 * at its e-mail from its own address makes it wait, up to a quarter of an hour.
 */
@ApplicationScoped
class AttemptService {

    private static final String AT_THE_DOOR = "where a person is known is asked before they are in";
    private static final Duration KNOWN_ANEW = Duration.ofDays(1);
    private static final Duration LONGEST_COUNTED = Duration.ofDays(1);

    /**
     * One that was let through to have its password looked at.
     *
     * @param waits whether the next must wait if this one fails
     */
    record Attempt(Optional<Holder> holder, Source source, List<Bucket.Counted> counted, boolean waits) {}

    /** How much of one kind counts now, and when the next attempt is heard. */
    private record Standing(Bucket.Counted counted, int failures, Instant open) {}

    private final Attempts attempts;
    private final Event<SecurityEvent> events;
    private final Clock clock;

    AttemptService(Attempts attempts, Event<SecurityEvent> events, Clock clock) {
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Counts an attempt to sign in as failed, before it is known.
     *
     * @param holder of the account, empty where nobody has the e-mail
     * @throws TooManyAttempts when it must wait
     */
    @AcrossMunicipalities(AT_THE_DOOR)
    @Transactional
    Attempt begin(String email, Optional<Holder> holder, Source source) {
        var normalised = Person.normalised(email);
        var knownDevice = source.device().filter(device -> isKnown(holder, device));
        var counted = new ArrayList<Bucket.Counted>();
        counted.add(Bucket.SOURCE.of(normalised, knownDevice.orElse(source.address())));
        if (!isKnown(holder, addressOf(source)) && knownDevice.isEmpty()) {
            counted.add(Bucket.ACCOUNT.of(normalised));
            counted.add(Bucket.ADDRESS.of(source.address()));
        }
        return new Attempt(holder, source, counted, count(counted));
    }

    /** Whether a program must wait to be heard, also with the password it had right a moment ago. */
    @AcrossMunicipalities(AT_THE_DOOR)
    boolean mustWait(String email, Source source) {
        var now = clock.instant();
        var counted = Bucket.SOURCE.of(Person.normalised(email), source.address());
        return attempts.find(counted)
                .filter(count -> openAt(
                                counted, count, counted.bucket().counting(count.failures(), count.lastAt(), now), now)
                        .isAfter(now))
                .isPresent();
    }

    /**
     * Counts a wish for a mail to an e-mail.
     *
     * @return whether it may be sent; one of many is left out without a word, as where nobody has the e-mail
     * @throws TooManyAttempts when too many are asked for from the address
     */
    @Transactional
    boolean mayMail(String email, Source source) {
        count(List.of(Bucket.RESETS.of(source.address())));
        try {
            count(List.of(Bucket.RESET.of(Person.normalised(email))));
            return true;
        } catch (TooManyAttempts e) {
            return false;
        }
    }

    /** The password was right: the place is known from now on. */
    @AcrossMunicipalities(AT_THE_DOOR)
    @Transactional
    void succeeded(Attempt attempt) {
        for (var counted : attempt.counted) {
            if (counted.bucket() == Bucket.SOURCE) {
                attempts.forget(counted);
            } else {
                attempts.takeBack(counted);
            }
        }
        know(attempt.holder.orElseThrow(), attempt.source);
    }

    /** Knows a place from now on: somebody has signed in there, or come by a link that was mailed. */
    @AcrossMunicipalities(AT_THE_DOOR)
    @Transactional
    void know(Holder holder, Source source) {
        var now = clock.instant();
        var isNews = attempts.know(holder, addressOf(source), now, now.minus(KNOWN_ANEW));
        source.device().ifPresent(device -> attempts.know(holder, device, now, now.minus(KNOWN_ANEW)));
        if (isNews && source.device().isEmpty()) {
            events.fire(SecurityEvent.of(Kind.SIGNED_IN, holder, "API"));
        }
    }

    @Transactional
    void failed(Attempt attempt) {
        events.fire(
                SecurityEvent.of(attempt.waits ? Kind.SIGN_IN_THROTTLED : Kind.SIGN_IN_FAILED, attempt.holder, null));
    }

    /** Forgets what counts no more. */
    @AcrossMunicipalities(PurgeService.OF_ALL)
    @Transactional
    void purge() {
        var now = clock.instant();
        attempts.deleteBefore(now.minus(LONGEST_COUNTED), now.minus(Source.KNOWN));
    }

    private boolean isKnown(Optional<Holder> holder, String place) {
        return attempts.isKnown(holder.orElse(null), place, clock.instant().minus(Source.KNOWN));
    }

    private static String addressOf(Source source) {
        return "address " + source.address();
    }

    /** @return whether the next must wait */
    private boolean count(List<Bucket.Counted> all) {
        var now = clock.instant();
        var standing = all.stream().map(counted -> standing(counted, now)).toList();
        var open = standing.stream().map(Standing::open).max(Instant::compareTo).orElseThrow();
        if (open.isAfter(now)) {
            throw new TooManyAttempts(Duration.between(now, open));
        }
        standing.forEach(each -> attempts.count(each.counted, each.failures + 1, now));
        return standing.stream()
                .anyMatch(each ->
                        !each.counted.bucket().waitAfter(each.failures + 1).isZero());
    }

    private Standing standing(Bucket.Counted counted, Instant now) {
        var count = attempts.lock(counted, now);
        var failures = counted.bucket().counting(count.failures(), count.lastAt(), now);
        return new Standing(counted, failures, openAt(counted, count, failures, now));
    }

    private static Instant openAt(Bucket.Counted counted, Attempts.Count count, int failures, Instant now) {
        var wait = counted.bucket().waitAfter(failures);
        return wait.isZero() ? now : count.lastAt().plus(wait);
    }
}
