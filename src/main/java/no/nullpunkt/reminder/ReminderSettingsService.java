package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import no.nullpunkt.access.Caller;
import no.nullpunkt.reminder.ReminderSettingsResource.PreferenceRequest;
import no.nullpunkt.reminder.ReminderSettingsResource.PreferenceResponse;
import no.nullpunkt.reminder.ReminderSettingsResource.SettingsRequest;
import no.nullpunkt.reminder.ReminderSettingsResource.SettingsResponse;
import no.nullpunkt.shared.IfMatch;

/** Sets when reminders go out, for a municipality and for oneself. */
@ApplicationScoped
class ReminderSettingsService {

    /** What stands after a PUT, and whether it was new. */
    record Outcome<T>(boolean created, T stands) {}

    private final Schedules schedules;
    private final Preferences preferences;

    ReminderSettingsService(Schedules schedules, Preferences preferences) {
        this.schedules = schedules;
        this.preferences = preferences;
    }

    @Transactional
    Outcome<SettingsResponse> set(
            Caller caller, SettingsRequest request, IfMatch ifMatch, Function<Schedule, SettingsResponse> response) {
        caller.mustAdminister();
        var present = schedules.findByIdOptional(caller.municipalityId(), LockModeType.PESSIMISTIC_WRITE);
        if (present.isEmpty()) {
            var own = Schedule.own(caller.municipalityId(), request);
            schedules.persistAndFlush(own);
            return new Outcome<>(true, response.apply(own));
        }
        var schedule = present.get();
        if (!schedule.is(request)) {
            ifMatch.check(schedule.version, () -> response.apply(schedule));
            schedule.set(request);
            schedules.flush();
        }
        return new Outcome<>(false, response.apply(schedule));
    }

    @Transactional
    Outcome<PreferenceResponse> prefer(Caller caller, PreferenceRequest request, IfMatch ifMatch) {
        var key = new Preference.Key(caller.municipalityId(), caller.personId());
        var present = preferences.findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
        if (present.isEmpty()) {
            var own = Preference.own(caller.municipalityId(), caller.personId(), request);
            preferences.persistAndFlush(own);
            return new Outcome<>(true, PreferenceResponse.of(own));
        }
        var preference = present.get();
        if (!preference.is(request)) {
            ifMatch.check(preference.version, () -> PreferenceResponse.of(preference));
            preference.set(request);
            preferences.flush();
        }
        return new Outcome<>(false, PreferenceResponse.of(preference));
    }
}
