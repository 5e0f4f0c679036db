package no.nullpunkt.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.reminder.ReminderSettingsResource.PreferenceRequest;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Post;

/** Reminders and the calendar as a person wants them: where every mail leads that is not wanted. */
@Path(ReminderPages.PATH)
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class ReminderPages {

    static final String PATH = "/paminnelser";

    /** Nobody else changes these, so whatever stands is what the person has seen. */
    private static final IfMatch WHATEVER_STANDS = new IfMatch("*");

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance myReminders(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param address of the calendar, only when it has just been made; else null
     */
    record Shown(boolean mailed, boolean muted, String language, boolean saved, boolean hasCalendar, String address) {}

    private final Caller caller;
    private final Preferences preferences;
    private final CalendarFeeds feeds;
    private final ReminderSettingsService settings;
    private final CalendarService calendars;
    private final Post post;
    private final UriInfo uri;

    ReminderPages(
            Caller caller,
            Preferences preferences,
            CalendarFeeds feeds,
            ReminderSettingsService settings,
            CalendarService calendars,
            Post post,
            UriInfo uri) {
        this.caller = caller;
        this.preferences = preferences;
        this.feeds = feeds;
        this.settings = settings;
        this.calendars = calendars;
        this.post = post;
        this.uri = uri;
    }

    @GET
    public String show() {
        return page(false, null);
    }

    @POST
    public String save(@FormParam("sprak") String language, @FormParam("epost") String mails) {
        settings.prefer(caller, new PreferenceRequest(Language.of(language), "nei".equals(mails)), WHATEVER_STANDS);
        return page(true, null);
    }

    @POST
    @Path("/kalender")
    public String makeCalendar(@FormParam("gjor") String what) {
        if ("slutt".equals(what)) {
            calendars.delete(caller);
            return page(false, null);
        }
        return page(
                false,
                new Links(post.address(uri.getBaseUri()))
                        .calendar(calendars.create(caller).token()));
    }

    private String page(boolean saved, String address) {
        var preference = preferences.of(caller.municipalityId(), caller.personId());
        return Templates.myReminders(new Shown(
                        post.obstacle().isEmpty(),
                        preference.muted,
                        preference.language.name(),
                        saved,
                        feeds.find(caller.municipalityId(), caller.personId()).isPresent(),
                        address))
                .render();
    }
}
