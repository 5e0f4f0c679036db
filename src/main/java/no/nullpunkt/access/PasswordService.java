package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.PasswordLinks.Kind;
import no.nullpunkt.access.PeopleResource.Invitation;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.shared.Secret;
import org.jboss.logging.Logger;

/**
 * Sets passwords: by a code that holds once and for a time, or by whoever knows the present one. A code ends those made
 * before it, and is kept as its digest only. What ends a password ends the sessions begun with it.
 */
@ApplicationScoped
class PasswordService {

    private static final Logger LOG = Logger.getLogger(PasswordService.class);
    private static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(1);

    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final PasswordMails mails;
    private final PasswordLetters letters;
    private final PageSessionService sessions;
    private final AttemptService attempts;
    private final Post post;
    private final Event<SecurityEvent> events;
    private final Reach reach;
    private final Clock clock;

    PasswordService(
            People people,
            Accounts accounts,
            Passwords passwords,
            PasswordLinks links,
            PasswordMails mails,
            PasswordLetters letters,
            PageSessionService sessions,
            AttemptService attempts,
            Post post,
            Event<SecurityEvent> events,
            Reach reach,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.mails = mails;
        this.letters = letters;
        this.sessions = sessions;
        this.attempts = attempts;
        this.post = post;
        this.events = events;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Lets a person who has no password set one; an account that works is never taken over this way.
     *
     * @param mailed whether the code goes to the person by mail, and to nobody else
     * @throws Problem 409 when the person has an account or has left, 422 when no mail is sent from here
     */
    @Transactional
    Invitation invite(Caller caller, UUID personId, boolean mailed, Language language) {
        caller.mustAdminister();
        var person = people.get(caller.municipalityId(), personId);
        people.mustBeHere(person);
        events.fire(SecurityEvent.by(caller, SecurityEvent.Kind.INVITED, personId, mailed ? "MAILED" : null));
        if (!mailed) {
            return invite(person);
        }
        mustHaveNoAccount(person);
        if (post.obstacle().isPresent()) {
            throw Problem.ruleAt("/mailed", "no-mail");
        }
        mails.add(Kind.INVITATION, person.email, holder(person), language, clock.instant());
        return new Invitation(null, Kind.INVITATION.endOf(clock.instant()), true);
    }

    /** A code without asking who invites, for the first person there is. */
    @Transactional
    Invitation invite(Person person) {
        mustHaveNoAccount(person);
        var code = Secret.make();
        var expiresAt = Kind.INVITATION.endOf(clock.instant());
        links.replace(holder(person), Kind.INVITATION, code, expiresAt);
        return new Invitation(code, expiresAt, false);
    }

    private void mustHaveNoAccount(Person person) {
        if (accounts.findByEmail(person.email).isPresent()) {
            throw Problem.conflict("has-account", person.email);
        }
    }

    /**
     * Has a link mailed to whoever has the e-mail. What is done here is the same whether anyone has: who it is, is
     * looked up when the mail is sent.
     *
     * @throws TooManyAttempts when too many are asked for from the same address
     */
    @Transactional
    void forgot(String email, Source source, Language language) {
        if (attempts.mayMail(email, source) && post.obstacle().isEmpty()) {
            mails.add(Kind.RESET, Person.normalised(email), null, language, clock.instant());
        }
    }

    /** Whether a code can still be used. */
    boolean holds(String code) {
        return links.find(code, clock.instant()).isPresent();
    }

    /**
     * Uses up a code, ends all sessions of its person, and knows the place where it was used: whoever has the mail need
     * not wait for those who guess.
     *
     * @throws Problem 422 when the code is unknown, used or too old, or the password is not one to have
     */
    @Transactional
    void accept(String code, String password, Source source) {
        var link = links.find(code, clock.instant()).orElseThrow(PasswordService::refused);
        reach.is(link.municipalityId());
        var person = people.get(link.municipalityId(), link.personId());
        PasswordRules.check("/password", password, person);
        if (!links.use(link, code)) {
            throw refused();
        }
        switch (link.kind()) {
            case INVITATION -> {
                mustHaveNoAccount(person);
                accounts.persist(new Account(person, passwords.hash(password), false));
                events.fire(SecurityEvent.of(SecurityEvent.Kind.INVITATION_USED, link.holder(), null));
            }
            case RESET -> {
                accounts.getOf(link.holder()).passwordHash = passwords.hash(password);
                events.fire(SecurityEvent.of(SecurityEvent.Kind.PASSWORD_RESET, link.holder(), null));
            }
        }
        sessions.endOthers(link.holder(), Optional.empty());
        attempts.know(link.holder(), source);
    }

    private static Problem refused() {
        return Problem.ruleAt("/invitation", "invitation-invalid");
    }

    /**
     * Passes when a code can still be used. Where it cannot, nobody knows whose it was, and only the log is told.
     *
     * @throws Problem 422
     */
    void mustHold(String code) {
        if (!holds(code)) {
            events.fire(SecurityEvent.of(SecurityEvent.Kind.TOKEN_REFUSED, Optional.empty(), "PASSWORD_LINK"));
            throw refused();
        }
    }

    /**
     * Sets the password of someone who has just shown to know the present one, and ends their other sessions.
     *
     * @param session the secret of the session that asks, if any
     */
    @Transactional
    void change(Holder holder, String password, Optional<String> session) {
        PasswordRules.check("/password", password, people.get(holder.municipalityId(), holder.personId()));
        accounts.getOf(holder).passwordHash = passwords.hash(password);
        links.deleteOf(holder);
        sessions.endOthers(holder, session);
        events.fire(SecurityEvent.of(SecurityEvent.Kind.PASSWORD_CHANGED, holder, null));
    }

    /**
     * Sends the mail that has waited longest, holding its row until it is sent.
     *
     * @return whether to go on with the next
     */
    @Transactional
    boolean sendNext() {
        return mails.lockNext(clock.instant()).filter(this::send).isPresent();
    }

    private boolean send(PasswordMails.Waiting mail) {
        var holder = mail.invited().or(() -> accounts.findByEmail(mail.email()).map(Account::holder));
        if (holder.isEmpty() || mail.givenUpAt().isBefore(clock.instant())) {
            mails.delete(mail);
            return true;
        }
        reach.is(holder.get().municipalityId());
        var code = Secret.make();
        var expiresAt = mail.kind().endOf(clock.instant());
        links.replace(holder.get(), mail.kind(), code, expiresAt);
        var person = people.get(holder.get().municipalityId(), holder.get().personId());
        var message = letters.write(mail.kind(), person.name, code, expiresAt, mail.language());
        var delivery = post.send(mail.email(), message, Key.newId());
        if (delivery.outcome() == Post.Outcome.UNREACHABLE) {
            mails.postpone(mail, clock.instant().plus(WAIT_FOR_SERVER));
            return false;
        }
        if (delivery.outcome() == Post.Outcome.REFUSED) {
            LOG.warnf("The mail server refused a mail to person %s that sets a password", person.id);
        }
        mails.delete(mail);
        return true;
    }

    private static Holder holder(Person person) {
        return new Holder(person.municipalityId, person.id);
    }
}
