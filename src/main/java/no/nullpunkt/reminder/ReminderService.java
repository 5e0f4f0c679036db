package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import no.nullpunkt.entry.OpenValues;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Reach;

/**
 * Decides which mails to send, and sends them. Both may be done by several instances at once, and both may be cut off
 * anywhere: the database keeps a mail from being decided on twice, and lets no two send it.
 */
@ApplicationScoped
class ReminderService {

    private final OpenValues openValues;
    private final Schedules schedules;
    private final Recipients recipients;
    private final Reminders reminders;
    private final Letters letters;
    private final Post post;
    private final Clock clock;
    private final Reach reach;

    ReminderService(
            OpenValues openValues,
            Schedules schedules,
            Recipients recipients,
            Reminders reminders,
            Letters letters,
            Post post,
            Clock clock,
            Reach reach) {
        this.openValues = openValues;
        this.schedules = schedules;
        this.recipients = recipients;
        this.reminders = reminders;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
        this.reach = reach;
    }

    /** Writes the mails of the day for a municipality, once it is late enough and unless it was done. */
    @ActivateRequestContext
    @Transactional
    void plan(int municipalityId) {
        reach.is(municipalityId);
        var now = ZonedDateTime.now(clock);
        var schedule = schedules.of(municipalityId);
        if (!schedule.active || now.getHour() < schedule.hour || !reminders.begin(municipalityId, now.toLocalDate())) {
            return;
        }
        var owed = openValues.owed(municipalityId, null);
        var occasions = reminders.listUntold(municipalityId, Occasion.on(now.toLocalDate(), owed, schedule)).stream()
                .collect(Collectors.groupingBy(Occasion::personId));
        recipients.among(municipalityId, occasions.keySet()).forEach((personId, recipient) -> {
            if (!recipient.muted()) {
                reminders.add(municipalityId, personId, occasions.get(personId), now.toInstant());
            }
        });
    }

    /**
     * Sends the mail that has waited longest, holding its row until its end is written. Only when the service dies, or
     * the database is lost, between the server's taking it and that is it sent again, under the same Message-ID.
     *
     * @return whether to go on with the next
     */
    @ActivateRequestContext
    @Transactional
    boolean sendNext() {
        return reminders.lockNext(clock.instant()).filter(this::send).isPresent();
    }

    private boolean send(Reminder reminder) {
        reach.is(reminder.municipalityId);
        var schedule = schedules.of(reminder.municipalityId);
        var to = recipients
                .find(reminder.municipalityId, reminder.personId)
                .filter(recipient -> schedule.active && !recipient.muted());
        var letter = to.flatMap(recipient ->
                letters.write(recipient, reminders.occasionsOf(reminder), schedule, new Links(post.address())));
        if (letter.isEmpty()) {
            reminder.drop(clock.instant());
            return true;
        }
        var delivery = post.send(to.get().email(), letter.get().message(), reminder.id);
        switch (delivery.outcome()) {
            case SENT -> reminder.sent(clock.instant());
            case REFUSED -> reminder.refused(delivery.error(), clock.instant());
            case UNREACHABLE -> reminder.postpone(delivery.error(), clock.instant());
        }
        return delivery.outcome() != Post.Outcome.UNREACHABLE;
    }
}
