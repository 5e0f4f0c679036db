package no.nullpunkt.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
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
import jakarta.ws.rs.core.UriInfo;
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
import no.nullpunkt.shared.Problem;
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

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        /**
         * @param local whether there are local accounts to sign in to
         * @param demonstration people who can sign in with the demonstration's password
         */
        static native TemplateInstance signIn(
                Attempt attempt, boolean local, List<Choice> providers, List<Accounts.Demonstrated> demonstration);

        static native TemplateInstance signInAgain();

        static native TemplateInstance signedOut(String address);

        static native TemplateInstance accessibility();
    }

    /**
     * What someone who is to sign in has done so far.
     *
     * @param onwards the address within the service where they want to go
     * @param typed what was typed into another form, and goes on to it after the sign-in
     * @param failure why they are not signed in yet, or null
     */
    record Attempt(String email, String onwards, List<Map.Entry<String, String>> typed, String failure) {

        Attempt {
            onwards = local(onwards).toString();
        }

        static Attempt first(String onwards) {
            return new Attempt("", onwards, List.of(), null);
        }

        static Attempt failed(String onwards, String failure) {
            return new Attempt("", onwards, List.of(), failure);
        }
    }

    /** A provider to choose. What has been typed stays where it is, so then it is asked in a window of its own. */
    record Choice(String label, String address, boolean apart) {}

    private final SignIn signIn;
    private final SessionCookie session;
    private final Accounts accounts;
    private final Visit visit;
    private final SignInWays ways;
    private final Providers providers;
    private final ProviderSignOut providerSignOut;

    SignInPages(
            SignIn signIn,
            SessionCookie session,
            Accounts accounts,
            Visit visit,
            SignInWays ways,
            Providers providers,
            ProviderSignOut providerSignOut) {
        this.signIn = signIn;
        this.session = session;
        this.accounts = accounts;
        this.visit = visit;
        this.ways = ways;
        this.providers = providers;
        this.providerSignOut = providerSignOut;
    }

    /** The sign-in page for whoever posted a form without a session. */
    String expired(String onwards, List<Map.Entry<String, String>> typed) {
        return page(new Attempt("", onwards, ownLeftOut(typed), null));
    }

    /** A button within the form that was being filled in: it sends all of it, which brings one to the page above. */
    static String expiredInPart() {
        return Templates.signInAgain().render();
    }

    @GET
    @Path(PATH)
    public String page(@QueryParam(ONWARDS) @DefaultValue("/") String onwards) {
        return page(Attempt.first(onwards));
    }

    String page(Attempt attempt) {
        var apart = !attempt.typed.isEmpty();
        var choices = providers.listForPages().stream()
                .map(each -> new Choice(
                        each.label(),
                        ProviderPages.address(each, apart ? ProviderPages.APART : attempt.onwards),
                        apart))
                .toList();
        var demonstrated =
                visit.demonstration() && ways.local() ? accounts.listDemonstrated() : List.<Accounts.Demonstrated>of();
        return Templates.signIn(attempt, ways.local(), choices, demonstrated).render();
    }

    /** Where something was typed before, the browser posts it on by itself: 307 keeps the form. */
    @POST
    @Path(PATH)
    public Response signIn(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        var onwards = field(form, ONWARDS, START.getPath());
        var hasTyped = form.containsKey(TYPED_BEFORE);
        if (!ways.local()) {
            throw Problem.forbidden("no-local-accounts");
        }
        var t = visit.words();
        var source = Source.of(request).withDevice();
        Holder holder;
        try {
            holder = signIn.signIn(field(form, "epost", ""), field(form, "passord", ""), source);
        } catch (TooManyAttempts e) {
            return refused(form, TOO_MANY_REQUESTS, t.of("sign-in-wait", e.minutes()));
        } catch (AuthenticationFailedException e) {
            return refused(form, Response.Status.UNAUTHORIZED.getStatusCode(), t.of("sign-in-failed"));
        }
        session.begin(holder, source, request);
        return hasTyped
                ? Response.temporaryRedirect(local(onwards)).build()
                : Response.seeOther(local(onwards)).build();
    }

    private Response refused(MultivaluedMap<String, String> form, int status, String failure) {
        var typed = form.containsKey(TYPED_BEFORE) ? ownLeftOut(fields(form)) : List.<Map.Entry<String, String>>of();
        var attempt = new Attempt(field(form, "epost", ""), field(form, ONWARDS, START.getPath()), typed, failure);
        return Response.status(status).entity(page(attempt)).build();
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

    /** A form may not lead to another site, so a page of ours goes on to the provider. */
    @POST
    @Path(ProviderSignOut.PATH)
    public Response signOut(
            @FormParam("ut") String out,
            @CookieParam(ProviderSignOut.COOKIE) @DefaultValue("") String provider,
            @Context RoutingContext request,
            @Context UriInfo uri) {
        session.end(request);
        return providerSignOut
                .addressFor(provider, uri.getBaseUri())
                .map(address -> Response.ok(
                                Templates.signedOut(address.toString()).render())
                        .header("Refresh", "0; url=" + address))
                .orElseGet(() -> Response.seeOther(START))
                .cookie(providerSignOut.forget())
                .build();
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
    static URI local(String address) {
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
