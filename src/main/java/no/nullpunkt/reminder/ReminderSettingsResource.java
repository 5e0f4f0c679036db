package no.nullpunkt.reminder;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Reply;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Reminder")
public class ReminderSettingsResource {

    @Schema(name = "ReminderSettingsRequest")
    record SettingsRequest(
            @Schema(examples = "true", description = "Whether the municipality sends reminders") @NotNull Boolean active,

            @Schema(
                    examples = "3",
                    description = "Days before the due date that those who owe values are reminded, never before "
                            + "the period has ended")
            @NotNull @Min(0) @Max(14) Integer daysBefore,

            @Schema(examples = "3", description = "Days after the due date that they are reminded again")
            @NotNull @Min(1) @Max(14) Integer daysAfter,

            @Schema(
                    examples = "2",
                    description = "How many periods a series misses before whoever asks for the benefit is told")
            @NotNull @Min(1) @Max(12) Integer missedPeriods,

            @Schema(examples = "7", description = "The hour of the Norwegian day from which mails are sent")
            @NotNull @Min(0) @Max(23) Integer hour) {}

    @Schema(name = "ReminderSettings")
    record SettingsResponse(
            boolean active,
            int daysBefore,
            int daysAfter,
            int missedPeriods,
            int hour,

            @Schema(
                    examples = "true",
                    description = "Whether this installation sends mail at all, which its operator decides")
            boolean mailed,

            int version) {}

    @Schema(name = "ReminderPreferenceRequest")
    record PreferenceRequest(
            @Schema(description = "Of mails and calendar") @NotNull Language language,

            @Schema(examples = "false", description = "Whether the caller wants no mails") @NotNull Boolean muted) {}

    @Schema(name = "ReminderPreference")
    record PreferenceResponse(Language language, boolean muted, int version) {

        static PreferenceResponse of(Preference preference) {
            return new PreferenceResponse(preference.language, preference.muted, preference.version);
        }
    }

    private final Caller caller;
    private final Schedules schedules;
    private final Preferences preferences;
    private final ReminderSettingsService service;
    private final Post post;

    ReminderSettingsResource(
            Caller caller, Schedules schedules, Preferences preferences, ReminderSettingsService service, Post post) {
        this.caller = caller;
        this.schedules = schedules;
        this.preferences = preferences;
        this.service = service;
        this.post = post;
    }

    @GET
    @Path("/reminder-settings")
    @Operation(
            operationId = "getReminderSettings",
            summary = "When the municipality's reminders go out",
            description = "The usual settings, version 0, until an administrator sets others.")
    public RestResponse<SettingsResponse> settings() {
        var settings = response(schedules.of(caller.municipalityId()));
        return Reply.ok(settings.version(), settings);
    }

    @PUT
    @Path("/reminder-settings")
    @MayCreate
    @Operation(operationId = "setReminderSettings", summary = "Sets when the municipality's reminders go out")
    public RestResponse<SettingsResponse> set(
            @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SettingsRequest request) {
        var outcome = service.set(caller, request, new IfMatch(ifMatch), this::response);
        return Reply.put(outcome.created(), outcome.stands().version(), outcome.stands());
    }

    @GET
    @Path("/reminder-preference")
    @Operation(
            operationId = "getReminderPreference",
            summary = "Whether the caller is reminded, and in which language",
            description = "What holds for everyone, version 0, until the caller says otherwise.")
    public RestResponse<PreferenceResponse> preference() {
        var preference = PreferenceResponse.of(preferences.of(caller.municipalityId(), caller.personId()));
        return Reply.ok(preference.version(), preference);
    }

    @PUT
    @Path("/reminder-preference")
    @MayCreate
    @Operation(
            operationId = "setReminderPreference",
            summary = "Sets whether the caller is reminded, and in which language")
    public RestResponse<PreferenceResponse> prefer(
            @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PreferenceRequest request) {
        var outcome = service.prefer(caller, request, new IfMatch(ifMatch));
        return Reply.put(outcome.created(), outcome.stands().version(), outcome.stands());
    }

    private SettingsResponse response(Schedule schedule) {
        return new SettingsResponse(
                schedule.active,
                schedule.daysBefore,
                schedule.daysAfter,
                schedule.missedPeriods,
                schedule.hour,
                post.obstacle().isEmpty(),
                schedule.version);
    }
}
