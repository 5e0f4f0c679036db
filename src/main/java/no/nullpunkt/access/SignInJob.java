package no.nullpunkt.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Tally;
import org.jboss.logging.Logger;

/** Sends the mails that wait, and takes away what is kept no longer; on every instance, for the database sorts it out. */
@ApplicationScoped
class SignInJob {

    private static final Logger LOG = Logger.getLogger(SignInJob.class);

    private final PasswordService passwords;
    private final PasswordMails mails;
    private final PurgeService purge;
    private final Post post;
    private final Tally tally;

    SignInJob(PasswordService passwords, PasswordMails mails, PurgeService purge, Post post, Tally tally) {
        this.passwords = passwords;
        this.mails = mails;
        this.purge = purge;
        this.post = post;
        this.tally = tally;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        while (post.obstacle().isEmpty() && passwords.sendNext()) {
            LOG.debug("One more mail that sets a password is dealt with");
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        tally.level("mails.waiting", "password", mails.countWaiting());
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        purge.purge();
    }
}
