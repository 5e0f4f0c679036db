package no.nullpunkt.reminder;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Tally;
import org.jboss.logging.Logger;

/** Sees every minute whether someone is to be reminded, on every instance: the service lets them not disturb each other. */
@ApplicationScoped
class ReminderJob {

    private static final Logger LOG = Logger.getLogger(ReminderJob.class);

    private final ReminderService service;
    private final Reminders reminders;
    private final Post post;
    private final Tally tally;
    private final Clock clock;

    ReminderJob(ReminderService service, Reminders reminders, Post post, Tally tally, Clock clock) {
        this.service = service;
        this.reminders = reminders;
        this.post = post;
        this.tally = tally;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent event) {
        post.obstacle().ifPresent(obstacle -> LOG.infof("Reminders are not mailed: %s", obstacle));
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (post.obstacle().isEmpty()) {
            reminders.municipalitiesNotDoneOn(LocalDate.now(clock)).forEach(this::plan);
            send();
        }
        tally.level("mails.waiting", "reminder", reminders.countWaiting());
    }

    /** What fails in one municipality is tried again in a minute, and is nothing to the others. */
    private void plan(int municipalityId) {
        try {
            service.plan(municipalityId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The reminders of municipality %d are not planned yet", municipalityId);
        }
    }

    void send() {
        while (service.sendNext()) {
            LOG.debug("One more reminder is dealt with");
        }
    }
}
