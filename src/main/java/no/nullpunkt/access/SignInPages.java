package no.nullpunkt.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Visit;

/** Signing in and out, the choice of language, and the accessibility statement: what needs no sign-in. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

    static final String PATH = "/logg-inn";

    /** The field and parameter that says where to go once signed in. */
    static final String ONWARDS = "videre";

    /** Set when what is posted was typed before the sign-in, and is to be looked over before it is saved. */
    public static final String TYPED_BEFORE = "skrevet-for";

    private static final Set<String> OWN_FIELDS = Set.of("epost", "passord", ONWARDS, TYPED_BEFORE, "csrf-token");

    /** A path within the service: with two slashes, or a backslash, browsers go elsewhere. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    /** Where one goes to sign in with a password just set. */
    static final URI AFTER_NEW_PASSWORD = URI.create(PATH + "?satt=ja");

    private static final URI START = URI.create("/");
    private static final int YEAR_IN_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private static final int TOO_MANY_REQUESTS = 429;

    /** @param minutes until the next attempt is heard, 0 when at once */
    record Refused(long minutes) {}

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        /**
         * @param refused null until somebody has tried
         * @param typed what was typed into another form, and goes on to it after the sign-in
         * @param demonstration people who can sign in with the demonstration's password
         */
        static native TemplateInstance signIn(
                String email,
                String onwards,
                List<Map.Entry<String, String>> typed,
                Refused refused,
                List<Accounts.Demonstrated> demonstration);

        static native TemplateInstance signInAgain();

        static native TemplateInstance accessibility();
    }

    private final SignIn signIn;
    private final SessionCookie session;
    private final Accounts accounts;
    private final Visit visit;

    SignInPages(SignIn signIn, SessionCookie session, Accounts accounts, Visit visit) {
        this.signIn = signIn;
        this.session = session;
        this.accounts = accounts;
        this.visit = visit;
    }

    /** The sign-in page for whoever posted a form without a session. */
    static String expired(String onwards, List<Map.Entry<String, String>> typed) {
        return Templates.signIn("", onwards, ownLeftOut(typed), null, List.of()).render();
    }

    /** A button within the form that was being filled in: it sends all of it, which brings one to the page above. */
    static String expiredInPart() {
        return Templates.signInAgain().render();
    }

    @GET
    @Path(PATH)
    public String page(@QueryParam(ONWARDS) @DefaultValue("/") String onwards) {
        return page("", onwards, List.of(), null);
    }

    private String page(String email, String onwards, List<Map.Entry<String, String>> typed, Refused refused) {
        var demonstrated = visit.demonstration() ? accounts.listDemonstrated() : List.<Accounts.Demonstrated>of();
        return Templates.signIn(email, onwards, typed, refused, demonstrated).render();
    }

    /** Where something was typed before, the browser posts it on by itself: 307 keeps the form. */
    @POST
    @Path(PATH)
    public Response signIn(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        var onwards = field(form, ONWARDS, START.getPath());
        var hasTyped = form.containsKey(TYPED_BEFORE);
        var source = Source.of(request).withDevice();
        Holder holder;
        try {
            holder = signIn.signIn(field(form, "epost", ""), field(form, "passord", ""), source);
        } catch (TooManyAttempts e) {
            return refused(form, TOO_MANY_REQUESTS, new Refused(e.minutes()));
        } catch (AuthenticationFailedException e) {
            return refused(form, Response.Status.UNAUTHORIZED.getStatusCode(), new Refused(0));
        }
        session.begin(holder, source, request);
        return hasTyped
                ? Response.temporaryRedirect(local(onwards)).build()
                : Response.seeOther(local(onwards)).build();
    }

    private Response refused(MultivaluedMap<String, String> form, int status, Refused refused) {
        var typed = form.containsKey(TYPED_BEFORE) ? ownLeftOut(fields(form)) : List.<Map.Entry<String, String>>of();
        return Response.status(status)
                .entity(page(field(form, "epost", ""), field(form, ONWARDS, START.getPath()), typed, refused))
                .build();
    }

    private static String field(MultivaluedMap<String, String> form, String name, String otherwise) {
        return Objects.requireNonNullElse(form.getFirst(name), otherwise);
    }

    /** What everyone may know before they sign in: for whom the pages work, and for whom not yet. */
    @GET
    @Path("/tilgjengelighet")
    public String accessibility() {
        return Templates.accessibility().render();
    }

    @POST
    @Path("/logg-ut")
    public Response signOut(@FormParam("ut") String out, @Context RoutingContext request) {
        session.end(request);
        return Response.seeOther(URI.create("/")).build();
    }

    @GET
    @Path("/sprak/{language}")
    public Response choose(
            @PathParam("language") String language, @QueryParam(ONWARDS) @DefaultValue("/") String onwards) {
        var cookie = new NewCookie.Builder(Visit.LANGUAGE_COOKIE)
                .value(Language.of(language).name().toLowerCase(Locale.ROOT))
                .path("/")
                .maxAge(YEAR_IN_SECONDS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(local(onwards))
                .cookie(cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The address, unless it leads elsewhere or nowhere. */
    private static URI local(String address) {
        try {
            return LOCAL.matcher(address).matches() ? new URI(address) : START;
        } catch (URISyntaxException e) {
            return START;
        }
    }

    private static List<Map.Entry<String, String>> fields(MultivaluedMap<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }

    private static List<Map.Entry<String, String>> ownLeftOut(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .filter(field -> !OWN_FIELDS.contains(field.getKey()))
                .toList();
    }
}
