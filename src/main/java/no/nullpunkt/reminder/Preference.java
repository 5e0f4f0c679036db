package no.nullpunkt.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.UUID;
import no.nullpunkt.reminder.ReminderSettingsResource.PreferenceRequest;
import no.nullpunkt.shared.Language;

/** What a person wants of reminders. Where they have said nothing, the {@link #usual} holds. */
@Entity
@Table(name = "reminder_preference")
@IdClass(Preference.Key.class)
class Preference {

    record Key(Integer municipalityId, UUID personId) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    UUID personId;

    @Enumerated(EnumType.STRING)
    Language language;

    /** Whether the person wants no mails. */
    boolean muted;

    @Version
    int version;

    protected Preference() {}

    /** What holds until the person says otherwise. */
    static Preference usual(int municipalityId, UUID personId) {
        var usual = new Preference();
        usual.municipalityId = municipalityId;
        usual.personId = personId;
        usual.language = Language.NB;
        return usual;
    }

    /** The person's own, whose versions come after that of the usual one. */
    static Preference own(int municipalityId, UUID personId, PreferenceRequest request) {
        var own = usual(municipalityId, personId);
        own.version = 1;
        own.set(request);
        return own;
    }

    void set(PreferenceRequest request) {
        language = request.language();
        muted = request.muted();
    }

    boolean is(PreferenceRequest request) {
        return language == request.language() && muted == request.muted();
    }
}
