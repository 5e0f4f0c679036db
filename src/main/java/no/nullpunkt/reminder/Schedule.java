package no.nullpunkt.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.nullpunkt.reminder.ReminderSettingsResource.SettingsRequest;

/** When a municipality's reminders go out. Where it has set nothing, the {@link #usual} one holds. */
@Entity
@Table(name = "reminder_schedule")
class Schedule {

    @Id
    Integer municipalityId;

    boolean active;

    /** Before the due date, those who owe values are reminded. */
    int daysBefore;

    /** After the due date they are reminded again, and what is owed still counts as missed. */
    int daysAfter;

    /** How many periods a series misses before whoever asks for it is told. */
    int missedPeriods;

    /** Of the Norwegian day, the earliest that mails are sent. */
    int hour;

    @Version
    int version;

    protected Schedule() {}

    private Schedule(int municipalityId) {
        this.municipalityId = municipalityId;
    }

    /** What holds until the municipality says otherwise. */
    static Schedule usual(int municipalityId) {
        var usual = new Schedule(municipalityId);
        usual.active = true;
        usual.daysBefore = 3;
        usual.daysAfter = 3;
        usual.missedPeriods = 2;
        usual.hour = 7;
        return usual;
    }

    /** The municipality's own, whose versions come after that of the usual one. */
    static Schedule own(int municipalityId, SettingsRequest request) {
        var own = new Schedule(municipalityId);
        own.version = 1;
        own.set(request);
        return own;
    }

    void set(SettingsRequest request) {
        active = request.active();
        daysBefore = request.daysBefore();
        daysAfter = request.daysAfter();
        missedPeriods = request.missedPeriods();
        hour = request.hour();
    }

    boolean is(SettingsRequest request) {
        return active == request.active()
                && daysBefore == request.daysBefore()
                && daysAfter == request.daysAfter()
                && missedPeriods == request.missedPeriods()
                && hour == request.hour();
    }
}
