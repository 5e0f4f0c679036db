package no.nullpunkt.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** A person's own account: language, password, and where they are signed in. */
@Path(AccountPages.PATH)
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class AccountPages {

    static final String PATH = "/konto";

    private static final URI HERE = URI.create(PATH);

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance myAccount(Shown shown);
    }

    /** A session in the words of its person. */
    record ShownSession(UUID id, String browser, String network, String began, String seen, boolean current) {}

    /**
     * What the page shows.
     *
     * @param hasPassword whether the person signs in with a password here
     * @param changed whether the password has just been changed
     * @param error why it has not, or null
     */
    record Shown(String email, boolean hasPassword, boolean changed, String error, List<ShownSession> sessions) {

        public boolean isElsewhere() {
            return sessions.stream().anyMatch(session -> !session.current);
        }
    }

    private final Caller caller;
    private final People people;
    private final Accounts accounts;
    private final SignIn signIn;
    private final PasswordService passwords;
    private final PageSessionService sessions;
    private final SessionCookie cookie;
    private final Visit visit;
    private final Clock clock;

    AccountPages(
            Caller caller,
            People people,
            Accounts accounts,
            SignIn signIn,
            PasswordService passwords,
            PageSessionService sessions,
            SessionCookie cookie,
            Visit visit,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String show(@Context RoutingContext request) {
        return page(request, false, null);
    }

    @POST
    @Path("/passord")
    public Response change(
            @FormParam("naa") @DefaultValue("") String present,
            @FormParam("passord") @DefaultValue("") String password,
            @FormParam("gjentatt") @DefaultValue("") String repeated,
            @Context RoutingContext request) {
        var t = visit.words();
        if (!password.equals(repeated)) {
            return refused(request, t.of("passwords-differ"));
        }
        try {
            signIn.confirm(holder(), present, Source.of(request));
            passwords.change(holder(), password, cookie.token(request));
        } catch (TooManyAttempts e) {
            return refused(request, t.of("sign-in-wait", e.minutes()));
        } catch (Problem problem) {
            return refused(request, problem.detail(visit.language()));
        }
        return Response.ok(page(request, true, null)).build();
    }

    /** One that is gone already is no error: that is what was wanted. */
    @POST
    @Path("/okter")
    public Response end(@FormParam("avslutt") @DefaultValue("") String which, @Context RoutingContext request) {
        if (which.equals("andre")) {
            sessions.endOthers(holder(), cookie.token(request));
        } else {
            sessions.list(holder(), cookie.token(request)).stream()
                    .filter(session -> session.id().toString().equals(which))
                    .forEach(session -> sessions.end(holder(), session.id()));
        }
        return Response.seeOther(HERE).build();
    }

    private Response refused(RoutingContext request, String error) {
        return Response.status(422).entity(page(request, false, error)).build();
    }

    private String page(RoutingContext request, boolean changed, String error) {
        var shown = sessions.list(holder(), cookie.token(request)).stream()
                .map(this::shown)
                .toList();
        return Templates.myAccount(new Shown(
                        people.get(caller.municipalityId(), caller.personId()).email,
                        accounts.isOf(caller.municipalityId(), caller.personId()),
                        changed,
                        error,
                        shown))
                .render();
    }

    private ShownSession shown(PageSession session) {
        return new ShownSession(
                session.id(),
                session.browser(),
                session.network(),
                time(ZonedDateTime.ofInstant(session.beganAt(), clock.getZone())),
                time(ZonedDateTime.ofInstant(session.seenAt(), clock.getZone())),
                session.current());
    }

    private String time(ZonedDateTime time) {
        var language = visit.language();
        return String.format(language.locale(), "%s %tR", language.day(time.toLocalDate()), time);
    }

    private Holder holder() {
        return new Holder(caller.municipalityId(), caller.personId());
    }
}
