package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Ends accounts, and with them whatever lets somebody in. */
@ApplicationScoped
class AccountService {

    private final Accounts accounts;
    private final PasswordLinks links;
    private final PasswordMails mails;
    private final PageSessionService sessions;
    private final Attempts attempts;
    private final Event<SecurityEvent> events;

    AccountService(
            Accounts accounts,
            PasswordLinks links,
            PasswordMails mails,
            PageSessionService sessions,
            Attempts attempts,
            Event<SecurityEvent> events) {
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.sessions = sessions;
        this.attempts = attempts;
        this.events = events;
    }

    /** Password, invitations, links and sessions of a person, at once. */
    @Transactional
    void end(Caller caller, UUID personId) {
        var holder = new Holder(caller.municipalityId(), personId);
        accounts.deleteOf(holder);
        links.deleteOf(holder);
        mails.deleteOf(holder);
        sessions.endAllOf(caller, personId);
        attempts.forgetPlacesOf(holder);
        events.fire(SecurityEvent.by(caller, SecurityEvent.Kind.ACCOUNT_ENDED, personId, null));
    }
}
